// Runs a TypeScript entry of dev/ or bench/: bundles it with esbuild into build/, then imports it.
// Packages stay external, so stack traces and native addons behave as usual.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node dev/run.mjs <entry.ts> [arguments]');
const outfile = resolve('build/dev', entry.replace(/\.tsx?$/, '.mjs'));
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
process.argv = [process.argv[0], resolve(entry), ...args];
await import(pathToFileURL(outfile).href);

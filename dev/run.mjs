// Runs a TypeScript entry of dev/ or bench/: bundles it with esbuild into build/, then imports it.
// Packages stay external, so stack traces and native addons behave as usual.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node dev/run.mjs <entry.ts> [arguments]');
const outfile = resolve('build/dev', entry.replace(/\.tsx?$/, '.mjs'));
const { outputFiles } = await build({
  entryPoints: [entry],
  outfile,
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
// Put in place as a whole: another run of the same entry must never import half a file.
await mkdir(dirname(outfile), { recursive: true });
await writeFile(`${outfile}.${process.pid}`, outputFiles[0].contents);
await rename(`${outfile}.${process.pid}`, outfile);
process.argv = [process.argv[0], resolve(entry), ...args];
await import(pathToFileURL(outfile).href);

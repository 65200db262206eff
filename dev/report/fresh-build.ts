import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FILES } from '../built-files';

const BUILT = BUILT_FILES.map((file) => `dist/${file}`);
const SOURCES = ['src', 'esbuild.config.mjs', 'appsscript.json', 'package.json'];

/** Builds dist/ if it is missing or older than what it is built from. The build's own words go to stderr. */
export function freshBuild(): void {
  const isFresh =
    BUILT.every((path) => existsSync(path)) &&
    Math.min(...BUILT.map(changedAt)) >= Math.max(...SOURCES.map(changedAt));
  if (isFresh) return;
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The add-on could not be built: see above, then run npm run build.');
}

/** Newest change of a file or of anything in a folder, ms. */
function changedAt(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

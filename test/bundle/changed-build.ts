// The add-on built of its sources with some of them changed.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { BUILT_FILES } from '../../dev/built-files';

/** Files to run in the local runtime. `sources`: what a source below src/server says instead, or a new one, by its path there. */
export async function changedBuild(
  sources: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const main = await readFile('src/server/main.ts', 'utf8');
  // What the real build makes of `global.NAME = …`.
  const functions = [...main.matchAll(/^global\.(\w+) = /gm)].map(([, name]) => `function ${name}() {}`);
  const changes = new Map(
    Object.entries(sources).map(([file, text]) => [resolve('src/server', file), text] as const),
  );
  const used = new Set<string>();
  const changed: Plugin = {
    name: 'changed',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, `${path}.ts`);
        return changes.has(file) ? { path: file } : undefined;
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = changes.get(path);
        if (contents === undefined) return undefined;
        used.add(path);
        return { contents, loader: 'ts' };
      });
    },
  };
  const bundled = async (options: BuildOptions) =>
    (
      await build({
        ...options,
        bundle: true,
        write: false,
        target: 'es2020',
        format: 'iife',
        plugins: [changed],
      })
    ).outputFiles[0]!.text;
  const code = await bundled({
    entryPoints: ['src/server/main.ts'],
    banner: { js: `${functions.join('\n')}\nvar global = globalThis;` },
  });
  const work = await bundled({ entryPoints: ['src/server/work/entry.ts'], globalName: 'late' });
  for (const path of changes.keys()) if (!used.has(path)) throw new Error(`${path} is no part of the add-on`);
  const asBuilt = BUILT_FILES.map(async (file) => [file, await readFile(`dist/${file}`, 'utf8')] as const);
  return {
    ...Object.fromEntries(await Promise.all(asBuilt)),
    'Code.js': code,
    'Work.html': `${work}return late.work`,
    // Nothing of the sources was moved there.
    'Words.html': '{}',
  };
}

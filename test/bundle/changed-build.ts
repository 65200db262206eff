// The add-on built of its sources with some of them changed.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

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
  const result = await build({
    entryPoints: ['src/server/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    banner: { js: `${functions.join('\n')}\nvar global = globalThis;` },
    plugins: [changed],
  });
  for (const path of changes.keys()) if (!used.has(path)) throw new Error(`${path} is no part of the add-on`);
  return {
    'Code.js': result.outputFiles[0]!.text,
    'Cells.html': await readFile('dist/Cells.html', 'utf8'),
    'Dashboards.html': '',
    'Inputs.html': await readFile('dist/Inputs.html', 'utf8'),
    'Notices.html': '',
    'Sidebar.html': '',
    'Tabs.html': await readFile('dist/Tabs.html', 'utf8'),
    'Views.html': '',
    'Words.html': '{}',
    'appsscript.json': await readFile('appsscript.json', 'utf8'),
  };
}

// The add-on with one mistake in it.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

export interface Mistake {
  readonly name: string;
  /** Below src/server. */
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

/** Throws where the source no longer says what the mistake would change. */
export async function brokenBuild({ file, right, wrong }: Mistake): Promise<Record<string, string>> {
  const main = await readFile('src/server/main.ts', 'utf8');
  // What the real build makes of `global.NAME = …`.
  const functions = [...main.matchAll(/^global\.(\w+) = /gm)].map(([, name]) => `function ${name}() {}`);
  let made = false;
  const result = await build({
    entryPoints: ['src/server/main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    banner: { js: `${functions.join('\n')}\nvar global = globalThis;` },
    plugins: [
      {
        name: 'mistake',
        setup({ onLoad }) {
          onLoad({ filter: new RegExp(`src/server/${file}$`) }, async ({ path }) => {
            const source = await readFile(path, 'utf8');
            if (!source.includes(right)) throw new Error(`${file} does not say ${right}`);
            made = true;
            return { contents: source.replace(right, () => wrong), loader: 'ts' };
          });
        },
      },
    ],
  });
  if (!made) throw new Error(`${file} is no part of the add-on`);
  return {
    'Code.js': result.outputFiles[0]!.text,
    'Cells.html': await readFile('dist/Cells.html', 'utf8'),
    'Explorer.html': '',
    'Inputs.html': await readFile('dist/Inputs.html', 'utf8'),
    'Sidebar.html': '',
    'Views.html': '',
    'Words.html': '{}',
    'appsscript.json': await readFile('appsscript.json', 'utf8'),
  };
}

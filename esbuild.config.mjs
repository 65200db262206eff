// Builds dist/: Code.js (server), Words.html (its longer texts), Sample.html (the sample shop's model), Sidebar.html (page),
// appsscript.json. Nothing else may stand there.
//
// Server: esbuild bundles to ES2020 (Apps Script refuses `#private` and static class fields), then
// gas-webpack-plugin puts an empty top-level `function NAME() {}` with its JSDoc before the bundle for
// each `global.NAME = …` of src/server/main.ts, which is what menus, triggers, google.script.run and
// Sheets' autocomplete look for.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';

const strict = { bundle: true, write: false, logLevel: 'silent', charset: 'ascii' };

/** esbuild whose warnings are errors; the text of its one JavaScript output. */
async function bundle(options) {
  const result = await build({ ...strict, ...options });
  if (result.warnings.length > 0)
    throw new Error(result.warnings.map((w) => `${w.location?.file}: ${w.text}`).join('\n'));
  return Object.fromEntries(
    result.outputFiles.map((file) => [file.path.endsWith('.css') ? 'css' : 'js', file.text]),
  );
}

/**
 * fflate looks for a text decoder by an exception that it catches. V8 reads a whole script again to say where an exception
 * came from, which takes longer than anything else here; Apps Script has no text decoder, so nothing is lost.
 */
const withoutProbe = {
  name: 'without-probe',
  setup(build) {
    build.onLoad({ filter: /fflate\/esm\/\w+\.(m?js)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/^try \{\n *td\.decode\(.*\n *tds = 1;\n\}\ncatch .*$/m, '');
      if (contents === text) throw new Error(`${path} does not look for a text decoder any more`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * fflate works out its tables while it is loaded: most of the time that a load takes, and in a bundle's scope three times
 * as long as in a function's. So it becomes a function that is called when something is first packed or unpacked.
 */
const lateTables = {
  name: 'late-tables',
  setup(build) {
    build.onLoad({ filter: /[/\\]fflate[/\\]/ }, async ({ path }) => {
      const names = ['deflateSync', 'inflateSync', 'strFromU8'];
      const { js } = await bundle({
        stdin: { contents: `export { ${names} } from ${JSON.stringify(path)}`, resolveDir: dirname(path) },
        format: 'iife',
        globalName: 'fflate',
        target: 'es2020',
        minify: true,
        plugins: [withoutProbe],
      });
      const late = names.map((name) => `export const ${name} = (...a) => (held ??= load()).${name}(...a);`);
      return { contents: `function load() { ${js}; return fflate; }\nlet held;\n${late.join('\n')}` };
    });
  },
};

/** Catalogue and problems themselves, to see their texts. */
async function described() {
  const { js } = await bundle({
    stdin: {
      contents: `export { catalog } from './src/server/catalog'; export { READY } from './src/server/catalog/ready'; export { PROBLEMS } from './src/shared/problem'; export { titled } from './src/server/core/stream';`,
      resolveDir: '.',
      loader: 'ts',
    },
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript,${encodeURIComponent(js)}`);
}

/**
 * Sentences about fields, formulas and problems are longer than all else of these, and are read only where somebody wants to know: `words.ts` in gas/ finds them by the number that takes their place in the code.
 */
async function lateWords() {
  const { catalog, READY, PROBLEMS, titled } = await described();
  const { streams, metrics, dimensions } = catalog;
  const fields = Object.values(streams).flatMap(({ about, markets, history, freshness, privacy, fields }) => [
    ...[about, markets, history, freshness, privacy].map((text) => ({ about: text })),
    ...Object.values(fields),
  ]);
  const all = [...READY, ...fields, ...Object.values(metrics), ...Object.values(dimensions)];
  const known = new Set(all.flatMap(({ about, formula }) => [about, formula]));
  for (const { text, next } of Object.values(PROBLEMS)) known.add(text).add(next);
  const texts = new Map();
  const numberOf = (text) => `~${texts.get(text) ?? texts.set(text, texts.size).size - 1}`;
  const plugin = {
    name: 'late-words',
    setup(build) {
      build.onLoad({ filter: /[/\\](catalog|streams|problems)[/\\][\w/\\-]+\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const used = /[/\\]streams[/\\]/.test(path) ? spared(source, titled) : source;
        const contents = used.replace(/'(?:[^'\\\n]|\\.)*'/g, (literal) => {
          const text = literal.slice(1, -1).replace(/\\(.)/g, '$1');
          return text.includes(' ') && known.has(text) ? `'${numberOf(text)}'` : literal;
        });
        return { contents, loader: 'ts' };
      });
    },
  };
  return { plugin, file: () => `${JSON.stringify([...texts.keys()])}\n` };
}

/**
 * A stream's file without what is said of a list for documents only (addresses of TikTok's pages, markets, history,
 * freshness, privacy), and without labels and paths of fields that their ids say anyway.
 */
const spared = (source, titled) =>
  source
    .replace(/^ +(?:docs|markets|history|freshness|privacy):\s*'[^'\n]*',$/gm, '')
    .replace(
      /^( *(\w+): (?:\w+\(\s*)?(?:id|text|time|flag|integer|decimal|money|quantity|people|rate|hash|weighted)\(\s*)('(?:[^'\\\n]|\\.)*'|`[^`]*`|[A-Z]+),(.*?\s*)'([^'\\\n]*)',/gm,
      (all, start, id, path, between, label) => {
        if (between.trim() !== '' && !/^\s*\w+,\s*$|^\s*'[\w.]+',\s*$/.test(between)) return all;
        return `${start}${path === `'${id}'` ? "''" : path},${between}'${label === titled(id) ? '' : label}',`;
      },
    );

/**
 * Everything behind main.ts as one minified module with the names that main.ts imports. The code is loaded at every
 * formula call, so its size counts; main.ts itself keeps its names, which become those of the functions in Sheets.
 */
async function inside(main, late) {
  const imports = (await readFile(main, 'utf8')).matchAll(/^import (?!type)(\{[^}]*\}) from '([^']+)';/gm);
  const contents = [...imports].map(([, names, from]) => `export ${names} from '${from}';`).join('\n');
  const { js } = await bundle({
    stdin: { contents, resolveDir: dirname(main), loader: 'ts' },
    format: 'esm',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    lineLimit: 160,
    plugins: [lateTables, late],
  });
  return js;
}

async function buildServer() {
  const main = 'src/server/main.ts';
  const late = await lateWords();
  const contents = await inside(main, late.plugin);
  await writeFile('dist/Words.html', late.file());
  const { js } = await bundle({
    entryPoints: [main],
    format: 'esm',
    target: 'es2020',
    legalComments: 'inline',
    minifyWhitespace: true,
    lineLimit: 160,
    plugins: [
      {
        name: 'inside',
        setup(build) {
          build.onResolve({ filter: /^\.\.?\// }, ({ kind }) =>
            kind === 'entry-point' ? undefined : { path: 'inside', namespace: 'inside' },
          );
          build.onLoad({ filter: /.*/, namespace: 'inside' }, () => ({ contents, loader: 'js' }));
        },
      },
    ],
  });
  await mkdir('build', { recursive: true });
  // `@preserve` only carried the comments through esbuild.
  await writeFile('build/server.cjs', js.replaceAll(/^ *\* @preserve\n| @preserve(?= \*\/)/gm, ''));
  const stats = await promisify(webpack)({
    mode: 'none',
    target: ['web', 'es2020'],
    entry: './build/server.cjs',
    performance: false,
    output: { path: resolve('dist'), filename: 'Code.js' },
    plugins: [new GasPlugin()],
  });
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));
}

/** The sample shop's model as the body of a function that returns it. */
async function buildSample() {
  const { js } = await bundle({
    entryPoints: ['src/server/sample/entry.ts'],
    format: 'iife',
    globalName: 'sample',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
  });
  await writeFile('dist/Sample.html', `${js.trim()}return sample.answerSample\n`);
}

async function buildSidebar() {
  // Elements as `h(…)` calls with their children behind one another: by a twentieth smaller than the automatic form.
  await mkdir('build', { recursive: true });
  await writeFile('build/h.js', "export { Fragment, h } from 'preact';\n");
  const { js, css } = await bundle({
    entryPoints: ['src/sidebar/main.tsx'],
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    outdir: 'build/sidebar',
    inject: ['build/h.js'],
    tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
    // HtmlService strips what follows `//` inside template literals; so there are none, and no `//` either.
    supported: { 'template-literal': false },
  });
  // The backticks that are left stand in plain strings; if one opened a template literal, the script would not parse.
  const script = js
    .trim()
    .replaceAll('//', '/\\x2f')
    .replaceAll('<!--', '<\\x21--')
    .replaceAll('</', '<\\/')
    .replaceAll('`', '\\x60');
  new Script(script);
  await writeFile(
    'dist/Sidebar.html',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><base target="_top"><title>TikTok Shop</title>` +
      `<style>${css.trim()}</style></head><body><div id="app"></div><script>${script}</script></body></html>\n`,
  );
}

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await Promise.all([
  buildServer(),
  buildSample(),
  buildSidebar(),
  copyFile('appsscript.json', 'dist/appsscript.json'),
]);

// Builds dist/: Code.js (formulas and entry points), Work.html (the rest of the server, loaded where it is called), Words.html (its longer texts), Sample.html, Inputs.html, Tabs.html, Cells.html,
// Dashboards.html and Notices.html (code that is loaded when first needed: the sample shop's model, checks of inputs, the
// writing of tabs, formulas in cells, dashboards, mails), Sidebar.html and Explorer.html (pages), Views.html (those of its views that it
// loads once it shows), appsscript.json. Nothing else may stand there.
//
// Server: esbuild bundles to ES2020 (Apps Script refuses `#private` and static class fields), then
// gas-webpack-plugin puts an empty top-level `function NAME() {}` with its JSDoc before the bundle for
// each `global.NAME = …` of src/server/main.ts, which is what menus, triggers, google.script.run and
// Sheets' autocomplete look for.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { parse } from 'acorn';
import { build, transform } from 'esbuild';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';

/** Code that is evaluated when first needed, as the body of a function. */
const LATE = { format: 'iife', globalName: 'late', target: 'es2020', minify: true, legalComments: 'none' };

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

/** Catalogue, ready-made reports and problems themselves, to see their texts. */
async function described() {
  const { js } = await bundle({
    stdin: {
      contents: `export { catalog } from './src/server/catalog'; export { readyText } from './src/server/catalog/ready'; export { sourcesText } from './src/server/catalog/sources'; export { inWords } from './src/server/core/stream'; export { PROBLEMS } from './src/shared/problem';`,
      resolveDir: '.',
      loader: 'ts',
    },
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript,${encodeURIComponent(js)}`);
}

/** A field of a stream, as `streams/field.ts` makes it: its kind and its path. */
const FIELD =
  /(\w+): (?:internal\()?\s*(?:id|text|time|day|integer|flag|decimal|money|hash|quantity|rate)\(\s*'([\w.^]+)',\s*'/g;

const TAKEN = "'taken out'";
/** Nothing in the place of what is taken out: not even that at the end of a call or behind a key. */
const withoutTaken = (source) => {
  const shorter = source
    .replace(/,?\s*'taken out'\s*,?(?=\s*\))/g, '')
    .replace(
      /\b(?:about|formula|label|docs|markets|history|freshness|privacy):\s*'taken out'(,|(?=\s*\}))/g,
      '',
    );
  return shorter === source ? source.replaceAll(TAKEN, "''") : withoutTaken(shorter);
};

/**
 * Sentences about fields, formulas and problems are longer than all else of these, and are read only where somebody wants to know:
 * `words.ts` in gas/ finds them by the id of what they are about, or by the number that takes their place in the code. Those
 * about streams only the documents tell, and of some the explorer.
 */
async function lateWords() {
  const { catalog, readyText, sourcesText, inWords, PROBLEMS } = await described();
  const { streams, metrics, dimensions } = catalog;
  const fields = Object.values(streams).flatMap((stream) => {
    const { about, markets, history, freshness, privacy, endpoint, fields } = stream;
    const told = [about, markets, history, freshness, privacy, endpoint.docs];
    return [...told.map((text) => ({ about: text })), ...Object.values(fields)];
  });
  const all = [...fields, ...Object.values(metrics), ...Object.values(dimensions)];
  const byId = new Set(all.flatMap(({ about, formula }) => [about, formula]));
  const words = {};
  for (const [id, { about, formula }] of Object.entries(metrics))
    Object.assign(words, { [`~${id} metric`]: about, [`~${id} formula`]: formula });
  for (const [id, { about }] of Object.entries(dimensions)) words[`~${id} dimension`] = about;
  const numbered = new Set(Object.values(PROBLEMS).flatMap(({ text, next }) => [text, next]));
  // Labels that are their ids in words are made of them again, where nothing else is called so.
  const entries = [...Object.values(streams).map((stream) => stream.fields), metrics, dimensions].flatMap(
    (list) => Object.entries(list),
  );
  const labels = new Set(entries.map(([id]) => inWords(id)));
  for (const [id, { label, group }] of [...entries, ...Object.entries(streams)]) {
    labels.delete(group);
    if (label !== inWords(id) || id in streams) labels.delete(label);
  }
  // Paths in TikTok's records, but for those that tell anywhere when a record came into being: formulas ask for these.
  const creation = new Set(Object.values(streams).map(({ createdPath }) => createdPath));
  const paths = new Set();
  for (const { id: stream, fields } of Object.values(streams))
    for (const [id, { path, pick }] of Object.entries(fields))
      if (!pick && !creation.has(path.replace('^.', ''))) {
        paths.add(path);
        words[`~${stream}.${id} path`] = path;
      }
  const withoutPaths = (source) =>
    source.replace(FIELD, (all, id, path) =>
      paths.has(path) && path !== id ? all.replace(`'${path}'`, "'~'") : all,
    );
  const numbers = new Map();
  const numberOf = (text) => {
    const number = numbers.get(text) ?? `~${numbers.size}`;
    numbers.set(text, number);
    words[number] = text;
    return number;
  };
  const plugin = {
    name: 'late-words',
    setup(build) {
      build.onLoad({ filter: /[/\\](catalog|streams|problems)[/\\][\w/\\-]+\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const source = /[/\\]streams[/\\]/.test(path) ? withoutPaths(text) : text;
        if (path.endsWith('ready/index.ts'))
          return { contents: `export const readyText = () => '${numberOf(readyText())}';` };
        if (path.endsWith('catalog/sources.ts'))
          return { contents: `export const sourcesText = () => '${numberOf(sourcesText())}';` };
        // Paths that are their fields' ids are put in again by `defineStream`.
        const shorter = /[/\\]streams[/\\]/.test(path)
          ? source.replace(/\b(\w+): (\w+)\(\s*'\1'/g, `$1: $2(${TAKEN}`)
          : source;
        const contents = shorter.replace(/'(?:[^'\\\n]|\\.)*'/g, (literal, at) => {
          const text = literal.slice(1, -1).replace(/\\(.)/g, '$1');
          if (/[/\\]problems[/\\]/.test(path)) return numbered.has(text) ? `'${numberOf(text)}'` : literal;
          const read = text.includes(' ') || text.startsWith('https:');
          // As an argument or under its name: anywhere else it is a word like others.
          const label = labels.has(text) && /(?:[,(]|\blabel:)\s*$/.test(shorter.slice(at - 40, at));
          return label || (read && byId.has(text)) ? TAKEN : literal;
        });
        return { contents: withoutTaken(contents), loader: 'ts' };
      });
    },
  };
  return { plugin, file: () => `${JSON.stringify(words)}\n` };
}

/** The formula's bundle as a function that is called when a cell first asks: evaluating it is most of what loading takes. */
const lateFormula = (late) => ({
  name: 'late-formula',
  setup(build) {
    build.onLoad({ filter: /[/\\]formula[/\\]entry\.ts$/ }, async ({ path }) => {
      const { js } = await bundle({ ...LATE, entryPoints: [path], plugins: [lateTables, late] });
      return {
        contents: `function load() { ${js}; return late.answerCell; }\nlet held;\nexport const answerCell = (...inputs) => (held ??= load())(...inputs);`,
      };
    });
  },
});

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
    lineLimit: 1000,
    plugins: [lateFormula(late)],
  });
  return js;
}

async function buildServer() {
  const main = 'src/server/main.ts';
  const late = await lateWords();
  const contents = await inside(main, late.plugin);
  await buildLate('Work', 'work', 'work', [lateTables, late.plugin]);
  await writeFile('dist/Words.html', late.file());
  const { js } = await bundle({
    entryPoints: [main],
    format: 'esm',
    target: 'es2020',
    legalComments: 'inline',
    minifyWhitespace: true,
    lineLimit: 1000,
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
  // The plugin has copied each entry point's comment to its function at the top, where alone it is read.
  const code = await readFile('dist/Code.js', 'utf8');
  await writeFile('dist/Code.js', code.replace(/\/\*\*(?:[^*]|\*(?!\/))*\*\/(?=globalThis\.)/g, ''));
}

/** Template literals as sums of strings: HtmlService strips what follows `//` in them, and esbuild's own way is a third longer. */
function withoutTemplates(script) {
  const edits = [];
  const visit = (node) => {
    if (node.type === 'TaggedTemplateExpression') throw new Error('the page has a tagged template');
    if (node.type === 'TemplateLiteral') {
      const texts = node.quasis.map(({ value }) => (value.cooked === '' ? '' : JSON.stringify(value.cooked)));
      // A text among the first two makes all of it one.
      const first = texts[0] || (texts[1] ? '' : '""');
      node.quasis.forEach(({ start, end, tail }, i) => {
        const text = i === 0 ? `(${first}` : `)${texts[i] && `+${texts[i]}`}`;
        const next = tail ? ')' : `${i > 0 || first ? '+' : ''}(`;
        edits.push([start - 1, tail ? end + 1 : end + 2, text + next]);
      });
    }
    for (const part of Object.values(node).flat()) if (part?.type) visit(part);
  };
  visit(parse(script, { ecmaVersion: 2020 }));
  let plain = script;
  for (const [start, end, text] of edits.sort(([a], [b]) => b - a))
    plain = plain.slice(0, start) + text + plain.slice(end);
  return plain;
}

/** Code that is evaluated when first needed: the body of a function that returns what the entry exports under a name. */
async function buildLate(file, folder, name, plugins = []) {
  const { js } = await bundle({
    ...LATE,
    entryPoints: [`src/server/${folder}/entry.ts`],
    plugins,
  });
  await writeFile(`dist/${file}.html`, `${js.trim()}return late.${name}\n`);
}

const PAGE = {
  format: 'iife',
  target: 'es2020',
  minify: true,
  legalComments: 'none',
  outdir: 'build/sidebar',
  // Elements as `h(…)` calls with their children behind one another: by a twentieth smaller than the automatic form.
  inject: ['build/h.js'],
  tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
};

async function buildSidebar() {
  await mkdir('build', { recursive: true });
  await writeFile('build/h.js', "export { Fragment, h } from '../src/sidebar/dom';\n");
  // What is needed by both is in both: all of it are functions without a state of their own.
  const late = await bundle({ ...PAGE, entryPoints: ['src/sidebar/views/late.tsx'], globalName: 'late' });
  await writeFile('dist/Views.html', `${late.js.trim()}return late.views\n`);
  await buildPage('Sidebar', 'src/sidebar/main.tsx', 'TikTok Shop');
  await buildPage('Explorer', 'src/sidebar/explorer/main.tsx', 'Fields and formulas');
}

/** A page as HtmlService takes it: script and style inside, nothing that it would read as its own. */
async function buildPage(file, entry, title) {
  const { js, css } = await bundle({ ...PAGE, entryPoints: [entry] });
  const { code } = await transform(withoutTemplates(js), {
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    supported: { 'template-literal': false },
  });
  // The backticks that are left stand in plain strings; if one opened a template literal, the script would not parse.
  const script = code
    .trim()
    .replaceAll('//', '/\\x2f')
    .replaceAll('<!--', '<\\x21--')
    .replaceAll('</', '<\\/')
    .replaceAll('`', '\\x60');
  new Script(script);
  const names = [...new Set(css.match(/--[a-z][a-z-]*/g))];
  const style = css.trim().replace(/--[a-z][a-z-]*/g, (name) => `--${names.indexOf(name)}`);
  await writeFile(
    `dist/${file}.html`,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><base target="_top"><title>${title}</title>` +
      `<style>${style}</style></head><body><div id="app"></div><script>${script}</script></body></html>\n`,
  );
}

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
await Promise.all([
  buildServer(),
  buildLate('Sample', 'sample', 'answerSample'),
  buildLate('Inputs', 'inputs', 'inputs'),
  buildLate('Tabs', 'tabs', 'tabs'),
  buildLate('Cells', 'gas/cells', 'formulaCells'),
  buildLate('Dashboards', 'dashboards', 'dashboards'),
  buildLate('Notices', 'notices', 'notices'),
  buildSidebar(),
  copyFile('appsscript.json', 'dist/appsscript.json'),
]);

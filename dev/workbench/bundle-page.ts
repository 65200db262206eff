import { buildSync } from 'esbuild';

/** The workbench's own page as one document without remote resources. */
export function bundlePage(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['dev/workbench/page/main.tsx'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    outdir: 'build/workbench',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const script = text('.js').replaceAll('</', '<\\/');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Workbench</title><link rel="icon" href="data:,"><style>${text('.css')}</style></head><body><div id="page"></div><script>${script}</script></body></html>`;
}

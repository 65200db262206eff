import { transformSync } from 'esbuild';

export default {
  process: (code, path) =>
    transformSync(code, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'both',
      sourcefile: path,
    }),
};

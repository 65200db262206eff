/**
 * Who may import what. A layer is a folder of src; `'a/b'` in an allowance means that one file, without its extension.
 * Types count like values: a type-only import ties two layers together just the same.
 */
export interface Layer {
  /** Layers, or single files of them. */
  imports: readonly string[];
  /** npm modules, exactly as written. */
  npm: readonly string[];
}

export const LAYERS: Readonly<Record<string, Layer>> = {
  shared: { imports: [], npm: ['zod/mini'] },
  'server/core': {
    imports: ['shared'],
    npm: ['fflate', '@noble/hashes/hmac', '@noble/hashes/sha2', '@noble/hashes/utils'],
  },
  'server/sample': { imports: ['shared'], npm: [] },
  'server/inputs': { imports: ['shared', 'server/core/ports'], npm: ['zod/mini'] },
  'server/tabs': { imports: ['shared', 'server/core/ports'], npm: [] },
  'server/streams': {
    imports: ['shared', 'server/core/stream', 'server/core/normalise'],
    npm: [],
  },
  'server/catalog': {
    imports: [
      'shared',
      'server/core/metric',
      'server/core/compatible',
      'server/core/stream',
      'server/core/normalise',
      'server/streams',
    ],
    npm: [],
  },
  'server/app': {
    imports: ['shared', 'server/core', 'server/streams', 'server/catalog'],
    npm: [],
  },
  'server/dashboards': {
    imports: ['shared', 'server/core/ports', 'server/tabs/marks'],
    npm: [],
  },
  'server/notices': { imports: ['shared', 'server/core/ports'], npm: [] },
  'server/gas': { imports: ['shared', 'server/core/ports'], npm: [] },
  'server/deps': {
    imports: ['shared/problems/entry', 'server/core/normalise', 'server/app/deps', 'server/gas'],
    npm: [],
  },
  'server/formula': { imports: ['server/app/formula', 'server/deps'], npm: [] },
  'server/work': { imports: ['server/app', 'server/deps'], npm: [] },
  'server/main': {
    imports: ['server/app', 'server/deps', 'server/formula', 'server/gas', 'server/work/entry'],
    npm: [],
  },
  sidebar: { imports: ['shared'], npm: ['preact'] },
};

/** Layers in which the same input gives the same output: time and chance come in through ports, words are ours. */
export const PURE = ['shared', 'server/core', 'server/sample', 'server/streams', 'server/catalog'];
/** The only layers that may name an Apps Script service. */
export const EDGE = ['server/gas', 'server/tabs', 'server/dashboards', 'server/main'];

/** Layer of a file of src, such as "server/core/pull.ts"; null for one that belongs to none. */
export function layerOf(file: string): string | null {
  const path = file.replace(/\.tsx?$/, '');
  return Object.keys(LAYERS).find((layer) => path === layer || path.startsWith(`${layer}/`)) ?? null;
}

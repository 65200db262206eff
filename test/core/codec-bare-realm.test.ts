// Apps Script has no TextEncoder, no Buffer, no atob: the store must read and write the same text there as here.
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { encodePartition } from '../../src/server/core/codec';
import { sha256Hex } from '../../src/server/core/sign';
import type { Row } from '../../src/server/core/stream';
import { rowLists } from './arbitrary-rows';
import { parcels } from './parcels';

const [built] = buildSync({
  stdin: {
    contents: `
      export { encodePartition, decodePartition, decodeRows } from './src/server/core/codec';
      export { sha256Hex } from './src/server/core/sign';
      export { parcels } from './test/core/parcels';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'core',
  target: 'es2020',
}).outputFiles;
const realm = createContext({});
runInContext(built!.text, realm);
const there = (code: string): unknown => runInContext(code, realm);
const encodedThere = (rows: readonly Row[]) =>
  there(`core.encodePartition(core.parcels, ${JSON.stringify(rows)})`) as string;
const backThere = (text: string): unknown =>
  JSON.parse(
    there(
      `JSON.stringify(core.decodeRows(core.parcels, core.decodePartition(${JSON.stringify(text)})))`,
    ) as string,
  );

test('the realm of this test lacks what Apps Script lacks', () => {
  expect(there('typeof TextEncoder + typeof TextDecoder + typeof Buffer + typeof atob')).toBe(
    'undefined'.repeat(4),
  );
});

test('rows become the same text there as here, and come back there', () => {
  fc.assert(
    fc.property(rowLists, (rows) => {
      const text = encodedThere(rows);
      expect(text).toBe(encodePartition(parcels, rows));
      expect(backThere(text)).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

test.each(['🧴👩‍🚀', '𠮷野家', '\ud83d', 'cut off \ud83d', '\udc00 begins', '\ud83dA', '\uffff'])(
  '%j comes back there, even half a character, and its checksum is the same',
  (title) => {
    const rows = [Object.keys(parcels.fields).map((id) => (id === 'title' ? title : null))];
    expect(encodedThere(rows)).toBe(encodePartition(parcels, rows));
    expect(backThere(encodePartition(parcels, rows))).toEqual(rows);
    expect(there(`core.sha256Hex(${JSON.stringify(title)})`)).toBe(sha256Hex(title));
  },
);

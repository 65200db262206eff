import type { Decoded } from './codec';
import type { Column, NumberColumn, TextColumn } from './column';
import type { PartitionInfo } from './ports';
import type { Store } from './store';
import type { Stream } from './stream';

/** Rows of one stream, of several shops and partitions, as typed columns under one dictionary each. */
export interface Frame {
  rows: number;
  /** Place of each row's shop in the query. */
  shops: Int32Array;
  text(field: string): TextColumn;
  number(field: string): NumberColumn;
}

interface Piece {
  shop: number;
  decoded: Decoded;
}

/** Loads the partitions of a stream that `wanted` lets through. */
export function loadFrame(
  store: Store,
  stream: Stream,
  shops: readonly string[],
  wanted: (info: PartitionInfo) => boolean,
): Frame {
  const infos = store
    .index()
    .filter((info) => info.stream === stream.id && shops.includes(info.shop) && wanted(info));
  infos.sort((a, b) => shops.indexOf(a.shop) - shops.indexOf(b.shop) || (a.partition < b.partition ? -1 : 1));
  const pieces: Piece[] = [];
  store.read(infos, stream).forEach((decoded, i) => {
    if (decoded) pieces.push({ shop: shops.indexOf((infos[i] as PartitionInfo).shop), decoded });
  });
  return frameOf(pieces);
}

function frameOf(pieces: readonly Piece[]): Frame {
  const rows = pieces.reduce((sum, { decoded }) => sum + decoded.rows, 0);
  const shops = new Int32Array(rows);
  let start = 0;
  for (const { shop, decoded } of pieces) {
    shops.fill(shop, start, start + decoded.rows);
    start += decoded.rows;
  }
  const columns = new Map<string, Column>();
  const column = (field: string, join: (field: string) => Column): Column => {
    let found = columns.get(field);
    if (!found) {
      found = join(field);
      columns.set(field, found);
    }
    return found;
  };
  return {
    rows,
    shops,
    text: (field) => column(field, () => joinText(pieces, field, rows)) as TextColumn,
    number: (field) => column(field, () => joinNumbers(pieces, field, rows)) as NumberColumn,
  };
}

function joinText(pieces: readonly Piece[], field: string, rows: number): TextColumn {
  const codes = new Int32Array(rows).fill(-1);
  const dictionary: string[] = [];
  const places = new Map<string, number>();
  let start = 0;
  for (const { decoded } of pieces) {
    const column = decoded.column(field);
    if (column && column.kind === 'text') {
      const moved = new Int32Array(column.dictionary.length);
      column.dictionary.forEach((text, i) => {
        let place = places.get(text);
        if (place === undefined) {
          place = dictionary.length;
          dictionary.push(text);
          places.set(text, place);
        }
        moved[i] = place;
      });
      for (let i = 0; i < column.codes.length; i++) {
        const code = column.codes[i] as number;
        if (code >= 0) codes[start + i] = moved[code] as number;
      }
    }
    start += decoded.rows;
  }
  return { kind: 'text', dictionary, codes };
}

function joinNumbers(pieces: readonly Piece[], field: string, rows: number): NumberColumn {
  const columns = pieces.map(({ decoded }) => decoded.column(field));
  const scale = columns.reduce(
    (most, column) => (column?.kind === 'number' ? Math.max(most, column.scale) : most),
    0,
  );
  const values = new Float64Array(rows).fill(Number.NaN);
  let start = 0;
  pieces.forEach(({ decoded }, p) => {
    const column = columns[p];
    if (column?.kind === 'number') {
      if (column.scale === scale) values.set(column.values, start);
      else {
        const factor = 10 ** (scale - column.scale);
        for (let i = 0; i < column.values.length; i++)
          values[start + i] = (column.values[i] as number) * factor;
      }
    }
    start += decoded.rows;
  });
  return { kind: 'number', scale, values };
}

/** Row of the parent frame that each child row belongs to, by the parent's id; −1 where it is not stored. */
export function parentsOf(
  child: TextColumn,
  childShops: Int32Array,
  parent: TextColumn,
  parentShops: Int32Array,
): Int32Array {
  const rowOfText = new Map<string, number>();
  for (let row = 0; row < parent.codes.length; row++) {
    const code = parent.codes[row] as number;
    if (code >= 0) rowOfText.set(`${parentShops[row]} ${parent.dictionary[code]}`, row);
  }
  const parents = new Int32Array(child.codes.length).fill(-1);
  const known = new Map<number, number>();
  for (let row = 0; row < child.codes.length; row++) {
    const code = child.codes[row] as number;
    if (code < 0) continue;
    const shop = childShops[row] as number;
    const key = code * 64 + shop;
    let found = known.get(key);
    if (found === undefined) {
      found = rowOfText.get(`${shop} ${child.dictionary[code]}`) ?? -1;
      known.set(key, found);
    }
    parents[row] = found;
  }
  return parents;
}

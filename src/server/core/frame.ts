import type { Decoded } from './codec';
import type { Column, NumberColumn, TextColumn } from './column';
import { type Pairs, unify } from './dictionary';
import type { Relation } from './metric';
import type { PartitionInfo } from './ports';
import type { Store } from './store';
import type { Stream } from './stream';

/**
 * Rows of one stream, of several shops and partitions, as typed columns under one dictionary each. Rows are numbered from
 * 1, in the order of shops, partitions and storing; row 0 stands for a row that is not there: all of it is missing.
 */
export interface Frame {
  rows: number;
  pieces: readonly Piece[];
  /** Place of each row's shop in the query, from 1. */
  shops: Int32Array;
  text(field: string): TextColumn;
  number(field: string): NumberColumn;
  /** The texts as pairs of numbers, equal ones as often as partitions have them; null where they are no pairs. */
  pairs(field: string): { codes: Int32Array; dictionary: Pairs } | null;
}

interface Piece {
  shop: number;
  partition: string;
  /** Number of its first row. */
  start: number;
  decoded: Decoded;
}

/** Loads the partitions of a stream that `wanted` lets through, for some of its fields. */
export function loadFrame(
  store: Store,
  stream: Stream,
  shops: readonly string[],
  fields: readonly string[],
  wanted: (info: PartitionInfo) => boolean,
): Frame {
  const infos = store
    .index()
    .filter((info) => info.stream === stream.id && shops.includes(info.shop) && wanted(info));
  infos.sort((a, b) => shops.indexOf(a.shop) - shops.indexOf(b.shop) || (a.partition < b.partition ? -1 : 1));
  const pieces: Piece[] = [];
  let rows = 0;
  store.read(infos, stream, fields).forEach((decoded, i) => {
    if (!decoded) return;
    const { shop, partition } = infos[i] as PartitionInfo;
    pieces.push({ shop: shops.indexOf(shop) + 1, partition, start: rows + 1, decoded });
    rows += decoded.rows;
  });
  const places = new Int32Array(rows + 1);
  for (const { shop, start, decoded } of pieces) places.fill(shop, start, start + decoded.rows);
  const columns = new Map<string, Column>();
  const paired = new Map<string, ReturnType<Frame['pairs']>>();
  const column = (field: string, join: typeof joinText | typeof joinNumbers): Column => {
    const found = columns.get(field) ?? join(pieces, field, rows);
    columns.set(field, found);
    return found;
  };
  return {
    rows,
    pieces,
    shops: places,
    text: (field) => column(field, joinText) as TextColumn,
    number: (field) => column(field, joinNumbers) as NumberColumn,
    pairs(field) {
      const found = paired.get(field) ?? joinPairs(pieces, field, rows);
      paired.set(field, found);
      return found;
    },
  };
}

const textIn = ({ decoded }: Piece, field: string): TextColumn | null => {
  const column = decoded.column(field);
  return column?.kind === 'text' ? column : null;
};

function joinText(pieces: readonly Piece[], field: string, rows: number): TextColumn {
  const codes = new Int32Array(rows + 1).fill(-1);
  const columns = pieces.map((piece) => textIn(piece, field));
  const { moved, dictionary } = unify(columns.map((column) => column?.dictionary ?? []));
  pieces.forEach(({ start }, p) => {
    const own = columns[p]?.codes ?? [];
    const move = moved[p] as Int32Array;
    for (let i = 0; i < own.length; i++) {
      const code = own[i] as number;
      if (code >= 0) codes[start + i] = move[code] as number;
    }
  });
  return { kind: 'text', dictionary, codes };
}

function joinPairs(pieces: readonly Piece[], field: string, rows: number): ReturnType<Frame['pairs']> {
  const columns = pieces.map((piece) => textIn(piece, field));
  let spelling: Pairs['spelling'] | null = null;
  let length = 0;
  for (const column of columns) {
    if (!column) continue;
    const { dictionary } = column;
    if (!('spelling' in dictionary) || (spelling && dictionary.spelling !== spelling)) return null;
    spelling = dictionary.spelling;
    length += dictionary.length;
  }
  if (!spelling) return null;
  const all = { spelling, length, high: new Float64Array(length), low: new Float64Array(length) };
  const codes = new Int32Array(rows + 1).fill(-1);
  let first = 0;
  pieces.forEach(({ start }, p) => {
    const column = columns[p];
    if (!column) return;
    const { high, low } = column.dictionary as Pairs;
    all.high.set(high, first);
    all.low.set(low, first);
    const own = column.codes;
    for (let i = 0; i < own.length; i++) {
      const code = own[i] as number;
      if (code >= 0) codes[start + i] = first + code;
    }
    first += column.dictionary.length;
  });
  return { codes, dictionary: all };
}

function joinNumbers(pieces: readonly Piece[], field: string, rows: number): NumberColumn {
  const columns = pieces.map(({ decoded }) => decoded.column(field));
  const scale = columns.reduce(
    (most, column) => (column?.kind === 'number' ? Math.max(most, column.scale) : most),
    0,
  );
  const values = new Float64Array(rows + 1).fill(Number.NaN);
  pieces.forEach(({ start }, p) => {
    const column = columns[p];
    if (column?.kind !== 'number') return;
    values.set(column.values, start);
    const factor = 10 ** (scale - column.scale);
    const end = start + column.values.length;
    if (factor !== 1) for (let i = start; i < end; i++) values[i] = (values[i] as number) * factor;
  });
  return { kind: 'number', scale, values };
}

/**
 * Row of the parent frame that each child row belongs to, by the parent's id within the shop; 0 where it is not stored.
 * Where both come in one list, they lie in partitions of one name.
 */
export function parentsOf(relation: Relation, child: Frame, parent: Frame, oneList: boolean): Int32Array {
  const parents = new Int32Array(child.rows + 1);
  const bins = new Map<string, { children: Piece[]; parents: Piece[] }>();
  const binOf = ({ shop, partition }: Piece) => {
    const key = oneList ? `${shop} ${partition}` : String(shop);
    const bin = bins.get(key) ?? { children: [], parents: [] };
    bins.set(key, bin);
    return bin;
  };
  for (const piece of child.pieces) binOf(piece).children.push(piece);
  for (const piece of parent.pieces) binOf(piece).parents.push(piece);
  for (const bin of bins.values()) {
    if (bin.children.length === 0 || bin.parents.length === 0) continue;
    const keys = [
      ...bin.parents.map((piece) => textIn(piece, relation.parentKey)),
      ...bin.children.map((piece) => textIn(piece, relation.childKey)),
    ];
    const { moved, dictionary } = unify(keys.map((column) => column?.dictionary ?? []));
    const rowOf = new Int32Array(dictionary.length);
    const each = (pieces: Piece[], from: number, visit: (row: number, code: number) => void) => {
      pieces.forEach(({ start }, p) => {
        const codes = keys[from + p]?.codes ?? [];
        const move = moved[from + p] as Int32Array;
        for (let i = 0; i < codes.length; i++)
          if ((codes[i] as number) >= 0) visit(start + i, move[codes[i] as number] as number);
      });
    };
    each(bin.parents, 0, (row, code) => {
      rowOf[code] = row;
    });
    each(bin.children, bin.parents.length, (row, code) => {
      parents[row] = rowOf[code] as number;
    });
  }
  return parents;
}

import { currencyDigits } from '../../shared/money';
import { allocate } from './allocate';
import type { NumberColumn, TextColumn } from './column';
import { type Frame, parentsOf } from './frame';
import type { Catalog, Relation, SumMetric } from './metric';
import { compareIds } from './store';

/**
 * The rows of one grain with every field of their own stream and of the parent's. A parent without any child stands
 * as one row without child fields, so that nothing of it is lost.
 */
export interface Lens {
  rows: number;
  shops: Int32Array;
  /** Row of the parent frame, −1 for none; null when the grain has no parent. */
  parents: Int32Array | null;
  /** Text field of a stream as codes per row of this grain. */
  text(stream: string, field: string): TextColumn;
  number(stream: string, field: string): NumberColumn;
}

/** The rows of a stream as they are. */
export function plainLens(stream: string, frame: Frame): Lens {
  const own = (wanted: string): void => {
    if (wanted !== stream) throw new Error(`${wanted} does not flow to ${stream}`);
  };
  return {
    rows: frame.rows,
    shops: frame.shops,
    parents: null,
    text(wanted, field) {
      own(wanted);
      return frame.text(field);
    },
    number(wanted, field) {
      own(wanted);
      return frame.number(field);
    },
  };
}

/** The rows of the child with the parent's fields beside them. */
export function childLens(relation: Relation, child: Frame, parent: Frame): Lens {
  const parentKeys = parent.text(relation.parentKey);
  const found = parentsOf(child.text(relation.childKey), child.shops, parentKeys, parent.shops);
  const hasChild = new Uint8Array(parent.rows);
  for (let i = 0; i < found.length; i++) if ((found[i] as number) >= 0) hasChild[found[i] as number] = 1;
  const childless: number[] = [];
  for (let row = 0; row < parent.rows; row++) if (hasChild[row] === 0) childless.push(row);
  const rows = child.rows + childless.length;
  const parents = new Int32Array(rows);
  const shops = new Int32Array(rows);
  parents.set(found);
  shops.set(child.shops);
  childless.forEach((row, i) => {
    parents[child.rows + i] = row;
    shops[child.rows + i] = parent.shops[row] as number;
  });

  const texts = new Map<string, TextColumn>();
  const numbers = new Map<string, NumberColumn>();
  return {
    rows,
    shops,
    parents,
    text(stream, field) {
      const key = `${stream} ${field}`;
      let column = texts.get(key);
      if (!column) {
        const codes = new Int32Array(rows).fill(-1);
        const source = stream === relation.child ? child.text(field) : parent.text(field);
        if (stream === relation.child) codes.set(source.codes);
        else
          for (let i = 0; i < rows; i++) {
            const row = parents[i] as number;
            if (row >= 0) codes[i] = source.codes[row] as number;
          }
        column = { kind: 'text', dictionary: source.dictionary, codes };
        texts.set(key, column);
      }
      return column;
    },
    number(stream, field) {
      const key = `${stream} ${field}`;
      let column = numbers.get(key);
      if (!column) {
        const values = new Float64Array(rows).fill(Number.NaN);
        const source = stream === relation.child ? child.number(field) : parent.number(field);
        if (stream === relation.child) values.set(source.values);
        else
          for (let i = 0; i < rows; i++) {
            const row = parents[i] as number;
            if (row >= 0) values[i] = source.values[row] as number;
          }
        column = { kind: 'number', scale: source.scale, values };
        numbers.set(key, column);
      }
      return column;
    },
  };
}

/** Sum of a metric's terms per row of its own stream, missing ones as 0. */
export function amounts(lens: Pick<Lens, 'number' | 'rows'>, metric: SumMetric): NumberColumn {
  const columns = metric.terms.map(({ field }) => lens.number(metric.stream, field));
  const scale = Math.max(0, ...columns.map((column) => column.scale));
  const values = new Float64Array(lens.rows);
  columns.forEach((column, t) => {
    const factor = 10 ** (scale - column.scale) * (metric.terms[t] as { sign: number }).sign;
    for (let i = 0; i < values.length; i++) {
      const value = column.values[i] as number;
      if (!Number.isNaN(value)) values[i] = (values[i] as number) + value * factor;
    }
  });
  return { kind: 'number', scale, values };
}

/**
 * Amounts of the parent shared out among its children by their weight (design: by sale price, in the smallest unit
 * of the currency that the amount is stated in, ties by the child's id), so that they always add up to the parent's.
 */
export function allocated(catalog: Catalog, relation: Relation, lens: Lens, metric: SumMetric): NumberColumn {
  const whole = amounts(lens, metric);
  const child = catalog.streams[relation.child] as (typeof catalog.streams)[string];
  const parentStream = catalog.streams[relation.parent] as (typeof catalog.streams)[string];
  const weights = lens.number(relation.child, relation.weight).values;
  const ids = lens.text(relation.child, child.primaryKey);
  const currency = parentStream.currencyField ? lens.text(relation.parent, parentStream.currencyField) : null;
  const rowsOf = new Map<number, number[]>();
  const parents = lens.parents as Int32Array;
  for (let i = 0; i < lens.rows; i++) {
    const parent = parents[i] as number;
    if (parent < 0) continue;
    const list = rowsOf.get(parent);
    if (list) list.push(i);
    else rowsOf.set(parent, [i]);
  }
  const values = new Float64Array(lens.rows);
  const idOf = (row: number) => ids.dictionary[ids.codes[row] as number] ?? '';
  for (const rows of rowsOf.values()) {
    const first = rows[0] as number;
    const amount = whole.values[first] as number;
    if (rows.length === 1) {
      values[first] = amount;
      continue;
    }
    rows.sort((a, b) => compareIds(idOf(a), idOf(b)));
    const code = currency ? (currency.codes[first] as number) : -1;
    const digits = currencyDigits(code >= 0 ? (currency?.dictionary[code] as string) : '');
    // An amount stated with more decimals than its currency has is shared out in those.
    let unit = 10 ** Math.max(0, whole.scale - digits);
    while (amount % unit !== 0) unit /= 10;
    allocate(
      amount,
      rows.map((row) => (Number.isNaN(weights[row]) ? 0 : Math.max(0, weights[row] as number))),
      unit,
    ).forEach((share, i) => {
      values[rows[i] as number] = share;
    });
  }
  return { kind: 'number', scale: whole.scale, values };
}

import {
  civil,
  isoDay,
  isoLocal,
  type Offset,
  quarterStart,
  WEEKDAYS,
  weekday,
  weekStart,
} from '../../shared/day';
import { toDecimal } from '../../shared/money';
import type { Lens } from './lens';
import type { Catalog, Dimension, TimePart } from './metric';

/** A value of a dimension in a result: days and times as ISO text, missing as null. */
export type Label = string | number | boolean | null;

/** A dimension as small integers: equal values have equal codes in every pass over the rows. */
export interface Coded {
  /** Codes are below this. */
  size: number;
  /** Code of a row that happened at `time`. */
  code(row: number, time: number): number;
  label(code: number): Label;
  /** What rows are sorted by; the label where absent. */
  order?: (code: number) => number;
}

/** Facts about the shops of a query, in its order. */
export interface ShopFacts {
  id: string;
  name: string;
  region: string;
}

/** Remembers values as they come and numbers them; shared by all passes of one query. */
export class Codebook {
  private readonly codes = new Map<Label, number>();
  readonly labels: Label[] = [];
  code(label: Label): number {
    let code = this.codes.get(label);
    if (code === undefined) {
      code = this.labels.length;
      this.labels.push(label);
      this.codes.set(label, code);
    }
    return code;
  }
}

/** Days that time parts can be coded for: 2000-01-01 to 2100-01-01. */
const FIRST_DAY = 10_957;
const DAYS = 36_525;

const PARTS: Record<
  TimePart,
  { size: number; code: (day: number, seconds: number) => number; label: (code: number) => Label }
> = {
  date: { size: DAYS, code: (day) => day - FIRST_DAY, label: (code) => isoDay(code + FIRST_DAY) },
  hour: { size: 24, code: (_day, seconds) => Math.floor(seconds / 3600), label: (code) => code },
  day_of_week: { size: 7, code: (day) => weekday(day), label: (code) => WEEKDAYS[code] as string },
  week: { size: DAYS, code: (day) => weekStart(day) - FIRST_DAY, label: (code) => isoDay(code + FIRST_DAY) },
  month: {
    size: 1200,
    code: (day) => (civil(day).year - 2000) * 12 + civil(day).month - 1,
    label: (code) => `${2000 + Math.floor(code / 12)}-${String((code % 12) + 1).padStart(2, '0')}`,
  },
  quarter: {
    size: 400,
    code: (day) => (civil(day).year - 2000) * 4 + Math.floor((civil(quarterStart(day)).month - 1) / 3),
    label: (code) => `${2000 + Math.floor(code / 4)}-Q${(code % 4) + 1}`,
  },
  year: { size: 100, code: (day) => civil(day).year - 2000, label: (code) => 2000 + code },
};

/** ISO time with the zone's offset, as "2026-01-31T09:05:00+07:00" or, in UTC, with "Z". */
export function isoTime(time: number, offset: Offset): string {
  const seconds = offset(time);
  const minutes = Math.abs(Math.round(seconds / 60));
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    isoLocal(time + seconds) +
    (seconds === 0 ? 'Z' : `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
  );
}

/** Codes of one dimension over the rows of one grain. `book` is the same for every grain of the query. */
export function codesOf(
  catalog: Catalog,
  dimension: Dimension,
  lens: Lens,
  shops: readonly ShopFacts[],
  offset: Offset,
  book: Codebook,
): Coded {
  if (dimension.kind === 'time') {
    const part = PARTS[dimension.part];
    // Consecutive rows mostly share a day: one division instead of a calendar.
    let lastDay = Number.NaN;
    let lastCode = 0;
    const daily = dimension.part !== 'hour';
    return {
      size: part.size,
      code(_row, time) {
        const local = time + offset(time);
        const day = Math.floor(local / 86_400);
        if (!daily) return part.code(day, local - day * 86_400);
        if (day !== lastDay) {
          lastDay = day;
          lastCode = part.code(day, 0);
        }
        return lastCode;
      },
      label: part.label,
      order: (code) => code,
    };
  }
  const size = 2 ** 26;
  if (dimension.kind === 'shop') {
    const codes = shops.map((shop) => book.code(shop[dimension.fact]));
    return {
      size,
      code: (row) => codes[lens.shops[row] as number] as number,
      label: (code) => book.labels[code] as Label,
    };
  }
  const label = (code: number) => book.labels[code] as Label;
  const field = catalog.streams[dimension.stream]?.fields[dimension.field];
  const type = field?.type;
  if (type === 'id' || type === 'text' || type === 'hash') {
    const { dictionary, codes } = lens.text(dimension.stream, dimension.field);
    const moved = new Int32Array(dictionary.length).fill(-1);
    return {
      size,
      code(row) {
        const code = codes[row] as number;
        if (code < 0) return book.code(null);
        let found = moved[code] as number;
        if (found < 0) {
          found = book.code(dictionary[code] as string);
          moved[code] = found;
        }
        return found;
      },
      label,
    };
  }
  const { scale, values } = lens.number(dimension.stream, dimension.field);
  const shown = (value: number): Label => {
    if (Number.isNaN(value)) return null;
    if (type === 'boolean') return value === 1;
    if (type === 'time') return isoTime(value, offset);
    if (type === 'day') return isoDay(value / 86_400);
    return type === 'integer' ? value : Number(toDecimal(value, scale, 0));
  };
  const memo = new Map<number, number>();
  return {
    size,
    code(row) {
      const value = values[row] as number;
      let found = memo.get(value);
      if (found === undefined) {
        found = book.code(shown(value));
        memo.set(value, found);
      }
      return found;
    },
    label,
  };
}

import {
  addMonths,
  civil,
  type Day,
  dayOf,
  isoDay,
  isoLocal,
  monthStart,
  type Offset,
  quarterStart,
  WEEKDAYS,
  weekday,
  weekStart,
} from '../../shared/day';
import { toDecimal } from '../../shared/money';
import { textAt } from './dictionary';
import type { Frame } from './frame';
import type { Catalog, Home, TimePart } from './metric';
import type { Comparison, Period, Query } from './plan';

/** A value of a dimension in a result: days and times as ISO text, missing as null. */
export type Label = string | number | boolean | null;

/** The values of a dimension as small integers from 0, equal ones alike in every pass of a query. */
export interface Coding {
  size(): number;
  label(code: number): Label;
  /** What rows are sorted by. */
  order(code: number): Label;
}

/** Facts about the shops of a query, in its order. */
export interface ShopFacts {
  id: string;
  name: string;
  region: string;
}

/** Remembers values as they come and numbers them, missing ones as 0. */
export class Codebook implements Coding {
  private readonly codes = new Map<Label, number>([[null, 0]]);
  private readonly labels: Label[] = [null];
  code(label: Label): number {
    let code = this.codes.get(label);
    if (code === undefined) {
      code = this.labels.length;
      this.labels.push(label);
      this.codes.set(label, code);
    }
    return code;
  }
  size = () => this.labels.length;
  label = (code: number): Label => this.labels[code] as Label;
  order = this.label;
}

const quarter = (month: number) => Math.floor((month - 1) / 3) + 1;

/** What a day, and an hour of it, is for each part of time: a number that grows with time, and its label. */
const PARTS: Record<
  TimePart,
  { of: (day: Day, weekBegins: number) => number; label: (at: number) => Label }
> = {
  date: { of: (day) => day, label: isoDay },
  week: { of: weekStart, label: isoDay },
  month: { of: (day) => monthStart(day), label: (at) => isoDay(at).slice(0, 7) },
  quarter: {
    of: (day) => quarterStart(day),
    label: (at) => `${civil(at).year}-Q${quarter(civil(at).month)}`,
  },
  year: { of: (day) => dayOf(civil(day).year, 1, 1), label: (at) => civil(at).year },
  day_of_week: { of: (day) => weekday(day), label: (at) => WEEKDAYS[at] as string },
  hour: { of: () => 0, label: (at) => at },
};

/** The day of the report's own range that a day of what it is compared to is put beside. */
const besideDay = (day: Day, { months, ahead }: Comparison, { days }: Query): Day =>
  Math.min(Math.max(addMonths(day, months) + ahead, days.since), days.until - 1);

/** A part of time as a dimension. Codes count the values that occur in the query's range. */
export class TimeCoding implements Coding {
  private readonly values: number[];
  private readonly codes: Map<number, number>;
  constructor(
    readonly part: TimePart,
    private readonly query: Query,
  ) {
    const { days, weekStart } = query;
    const { of } = PARTS[part];
    const all = new Set<number>();
    if (part === 'hour') for (let hour = 0; hour < 24; hour++) all.add(hour);
    // Weekdays may be those of the days compared to; all else stands beside a day of the report's own.
    const other = part === 'day_of_week' ? query.comparison?.days : undefined;
    for (const { since, until } of part === 'hour' ? [] : [days, other ?? days])
      for (let day = since; day < until; day++) all.add(of(day, weekStart));
    this.values = [...all].sort((a, b) => a - b);
    this.codes = new Map(this.values.map((value, code) => [value, code]));
  }
  size = () => this.values.length;
  label = (code: number): Label => PARTS[this.part].label(this.values[code] as number);
  order = (code: number): Label => this.values[code] as number;
  codeOf(day: Day): number {
    return this.codes.get(PARTS[this.part].of(day, this.query.weekStart)) ?? 0;
  }
  /** Code of each day of a period, whose days stand beside the query's own. */
  table(period: Period): Int32Array {
    const { since, until } = period.days;
    const compared = period === this.query.comparison ? this.query.comparison : null;
    // A day of the week is the row's own, unless it stands beside a date.
    const own =
      this.part === 'day_of_week' && ![...this.query.dimensions, ...this.query.pivot].includes('date');
    const table = new Int32Array(until - since);
    for (let i = 0; i < table.length; i++) {
      const day = since + i;
      table[i] = this.codeOf(compared && !own ? besideDay(day, compared, this.query) : day);
    }
    return table;
  }
}

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

/** Code of a field's value for each row of its stream. */
export function fieldCodes(
  catalog: Catalog,
  { stream, field }: Home,
  frame: Frame,
  offset: Offset,
  book: Codebook,
): Int32Array {
  const list = new Int32Array(frame.rows + 1);
  const type = catalog.streams[stream]?.fields[field]?.type;
  if (type === 'id' || type === 'text' || type === 'hash') {
    const { dictionary, codes } = frame.text(field);
    const moved = new Int32Array(dictionary.length);
    for (let row = 1; row < list.length; row++) {
      const code = codes[row] as number;
      if (code < 0) continue;
      if (moved[code] === 0) moved[code] = book.code(textAt(dictionary, code));
      list[row] = moved[code] as number;
    }
    return list;
  }
  const { scale, values } = frame.number(field);
  const shown = (value: number): Label => {
    if (type === 'boolean') return value === 1;
    if (type === 'time') return isoTime(value, offset);
    if (type === 'day') return isoDay(value / 86_400);
    return type === 'integer' ? value : Number(toDecimal(value, scale, 0));
  };
  const known = new Map<number, number>();
  for (let row = 1; row < list.length; row++) {
    const value = values[row] as number;
    if (Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) {
      code = book.code(shown(value));
      known.set(value, code);
    }
    list[row] = code;
  }
  return list;
}

import { ProblemError } from '../../shared/problem';
import type { TimeCoding } from './dimension-codes';
import { type Groups, split } from './groups';
import { type Context, codingOf } from './walk';

/** More rows than any tab can take. */
const MOST = 2_000_000;
const QUARTER_HOUR = 900;

/** Groups with those added that only time lacks: each combination of the other dimensions at every time of the range. */
export function dense(
  context: Context,
  ids: readonly string[],
  codes: Int32Array[],
  currencies: Int32Array,
): { codes: Int32Array[]; currencies: Int32Array } {
  const { catalog, plan, offset } = context;
  const times = ids.flatMap((id, d) => (catalog.dimensions[id]?.kind === 'time' ? [d] : []));
  if (times.length === 0) return { codes, currencies };
  const coding = (d: number) => codingOf(context, ids[d] as string) as TimeCoding;
  const places = new Map<string, number>();
  const moments: number[][] = [];
  const meet = (moment: number[]) => {
    const key = moment.join(' ');
    if (!places.has(key)) {
      places.set(key, moments.length);
      moments.push(moment);
    }
  };
  const { range, days } = plan.query;
  if (times.some((d) => coding(d).part === 'hour'))
    for (let time = range.since; time < range.until; time += QUARTER_HOUR) {
      const local = time + offset(time);
      const day = Math.floor(local / 86_400);
      const hour = Math.floor((local - day * 86_400) / 3600);
      meet(times.map((d) => (coding(d).part === 'hour' ? hour : coding(d).codeOf(day))));
    }
  else for (let day = days.since; day < days.until; day++) meet(times.map((d) => coding(d).codeOf(day)));

  let others: Groups = { count: 1, of: new Int32Array(currencies.length) };
  codes.forEach((list, d) => {
    if (!times.includes(d)) others = split(others, list, codingOf(context, ids[d] as string).size());
  });
  others = split(others, currencies, context.currencies.size());
  const some = new Int32Array(others.count);
  const present = new Set<number>();
  for (let group = 0; group < currencies.length; group++) {
    const other = others.of[group] as number;
    some[other] = group;
    const at = places.get(times.map((d) => (codes[d] as Int32Array)[group]).join(' '));
    if (at !== undefined) present.add(other * moments.length + at);
  }
  if (others.count * moments.length > MOST)
    throw new ProblemError('bad_input', {
      what: `With every day there would be ${others.count * moments.length} rows.`,
    });
  const more: number[][] = [...codes, currencies].map(() => []);
  const add = (moment: number[], like: number | undefined) => {
    codes.forEach((list, d) => {
      const t = times.indexOf(d);
      more[d]?.push(t >= 0 ? (moment[t] as number) : like === undefined ? 0 : (list[like] as number));
    });
    more[codes.length]?.push(like === undefined ? 0 : (currencies[like] as number));
  };
  // Where there is nothing at all, time alone is enough to stand for it.
  if (currencies.length === 0 && times.length === ids.length)
    for (const moment of moments) add(moment, undefined);
  for (let other = 0; other < others.count; other++)
    moments.forEach((moment, at) => {
      if (!present.has(other * moments.length + at)) add(moment, some[other]);
    });
  const joined = [...codes, currencies].map((list, i) => {
    const longer = new Int32Array(list.length + (more[i] as number[]).length);
    longer.set(list);
    longer.set(more[i] as number[], list.length);
    return longer;
  });
  return { codes: joined.slice(0, -1), currencies: joined[codes.length] as Int32Array };
}

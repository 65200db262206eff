import { cohortsOf } from './cohort';
import type { NumberColumn } from './column';
import { textAt } from './dictionary';
import { type Frame, loadFrame, parentsOf } from './frame';
import type { Catalog, Home, Relation } from './metric';
import type { Plan } from './plan';
import { isDaily, pathUp } from './relations';
import type { Store } from './store';
import type { Stream } from './stream';

// Taken once: looking a global up is slow where the script runs in a realm of its own.
const { isNaN: isMissing } = Number;

/** A value for each row of a grain: that of the row of another stream that lies in its place. */
export interface Read<List> {
  place: Int32Array;
  list: List;
}

/**
 * The rows that a pass walks: those of its grain and, so that nothing of them is lost, those of the streams between it and
 * the counted one that nothing finer belongs to.
 */
export interface Lens {
  rows: number;
  /** Row of a stream that each row of the grain belongs to; 0 where there is none. */
  place(stream: string): Int32Array;
  /** From the counted stream down to the grain. */
  path: readonly Relation[];
}

/** The stored rows that a plan needs: frames of streams, and lenses over them, each made once. */
export interface Source {
  frame(stream: string): Frame;
  /** Row of the parent for each row of the child. */
  join(relation: Relation): Int32Array;
  lens(grain: string, counted: string): Lens;
  /** A time or condition per row of its stream, NaN where it is missing; stored, or worked out by the catalogue's rule. */
  times(home: Home): Float64Array;
}

const once = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
};

export function sourceOf(catalog: Catalog, plan: Plan, store: Store): Source {
  const wanted = partitionsFor(catalog, plan, store);
  const listOf = (stream: string) => (catalog.streams[stream] as Stream).endpoint.id;
  const frame = once((stream: string) =>
    loadFrame(
      store,
      catalog.streams[stream] as Stream,
      plan.query.shops,
      plan.fields[stream] ?? [],
      (info) => {
        const chosen = wanted.get(stream);
        return !chosen || chosen.has(`${info.shop} ${info.partition}`);
      },
    ),
  );
  const joins = new Map<Relation, Int32Array>();
  const join = (relation: Relation): Int32Array => {
    const { child, parent } = relation;
    const found =
      joins.get(relation) ??
      parentsOf(relation, frame(child), frame(parent), listOf(child) === listOf(parent));
    joins.set(relation, found);
    return found;
  };
  const lenses = once((key: string) => {
    const [grain, counted] = key.split(' ') as [string, string];
    return lensOf(catalog, { frame, join }, grain, counted);
  });
  const times = once((key: string) => {
    const [stream, field] = key.split(' ') as [string, string];
    return timesOf(catalog, frame(stream), field, plan.query.now);
  });
  return {
    frame,
    join,
    lens: (grain, counted) => lenses(`${grain} ${counted}`),
    times: ({ stream, field }) => times(`${stream} ${field}`),
  };
}

/**
 * Which partitions of a stream matter; all, where the plan does not tell. Rows are placed by the times of one stream: a
 * partition that has none of them in the range can't matter, nor can those of the same name that come in the same list.
 */
function partitionsFor(catalog: Catalog, plan: Plan, store: Store): Map<string, Set<string>> {
  const { query } = plan;
  const chosen = new Map<string, Set<string>>();
  const whole = new Set<string>();
  const cohorts = cohortsOf(catalog, query).length > 0;
  for (const { time, streams, metrics } of plan.passes) {
    const owner = catalog.streams[time.stream] as Stream;
    const placing = (catalog.derived[time.field]?.needs ?? [time.field]).filter((field) =>
      ['time', 'day'].includes(owner.fields[field]?.type ?? ''),
    );
    const daily = isDaily(catalog, time);
    const history =
      cohorts || metrics.some((id) => ['new', 'returning'].includes(catalog.metrics[id]?.kind ?? ''));
    const periods = [query, ...(query.comparison ? [query.comparison] : [])].map(({ range, days }) => {
      const { since, until } = daily ? { since: days.since * 86_400, until: days.until * 86_400 } : range;
      return { since: history ? Number.NEGATIVE_INFINITY : since, until };
    });
    const inside = new Set<string>();
    for (const info of store.index())
      if (
        info.stream === owner.id &&
        placing.some((field) => {
          const span = info.times[field];
          return span && periods.some(({ since, until }) => span[0] < until && span[1] >= since);
        })
      )
        inside.add(`${info.shop} ${info.partition}`);
    for (const stream of streams) {
      if (catalog.streams[stream]?.endpoint.id !== owner.endpoint.id) whole.add(stream);
      chosen.set(stream, new Set([...(chosen.get(stream) ?? []), ...inside]));
    }
  }
  for (const stream of whole) chosen.delete(stream);
  return chosen;
}

function lensOf(
  catalog: Catalog,
  { frame, join }: Pick<Source, 'frame' | 'join'>,
  grain: string,
  counted: string,
): Lens {
  const up = pathUp(catalog, grain, counted) as Relation[];
  const streams = [grain, ...up.map(({ parent }) => parent)];
  // Rows of each stream on the way to which nothing finer belongs.
  const alone = streams.map((stream, level) => {
    const { rows } = frame(stream);
    const taken = new Uint8Array(rows + 1);
    const below = up[level - 1];
    if (below) for (const row of join(below)) taken[row] = 1;
    const list = new Int32Array(rows);
    let length = 0;
    for (let row = 1; row <= rows; row++) if (taken[row] === 0) list[length++] = row;
    return list.subarray(0, length);
  });
  const rows = alone.reduce((sum, list) => sum + list.length, 0);
  const places = new Map<string, Int32Array>();
  let start = 0;
  streams.forEach((stream, level) => {
    const below = up[level - 1];
    const place = below ? through(join(below), places.get(below.child) as Int32Array) : new Int32Array(rows);
    place.set(alone[level] as Int32Array, start);
    places.set(stream, place);
    start += (alone[level] as Int32Array).length;
  });
  return {
    rows,
    path: [...up].reverse(),
    place(stream) {
      let found = places.get(stream);
      if (!found) {
        // By way of the counted stream where that leads there: rows that stand for themselves know no finer one.
        const from = [...streams].reverse().find((one) => pathUp(catalog, one, stream)) as string;
        found = places.get(from) as Int32Array;
        for (const relation of pathUp(catalog, from, stream) as Relation[])
          found = through(join(relation), found);
        places.set(stream, found);
      }
      return found;
    },
  };
}

/** Where a place leads by one more relation. */
function through(parents: Int32Array, place: Int32Array): Int32Array {
  const list = new Int32Array(place.length);
  for (let i = 0; i < list.length; i++) list[i] = parents[place[i] as number] as number;
  return list;
}

function timesOf(catalog: Catalog, frame: Frame, field: string, now: number): Float64Array {
  const derived = catalog.derived[field];
  if (!derived) return (frame.number(field) as NumberColumn).values;
  const { fields } = catalog.streams[derived.stream] as Stream;
  const reads = derived.needs.map((need) => {
    const type = fields[need]?.type;
    if (type === 'id' || type === 'text' || type === 'hash') {
      const { dictionary, codes } = frame.text(need);
      return {
        codes,
        texts: Array.from({ length: dictionary.length }, (_, code) => textAt(dictionary, code)),
      };
    }
    return { values: frame.number(need).values };
  });
  const values = new Float64Array(frame.rows + 1).fill(Number.NaN);
  const given: (string | number | null)[] = [...reads.map(() => null), now];
  for (let row = 1; row <= frame.rows; row++) {
    for (let i = 0; i < reads.length; i++) {
      const { codes, texts, values: numbers } = reads[i] as (typeof reads)[number];
      if (codes) given[i] = texts[codes[row] as number] ?? null;
      else {
        const number = numbers[row] as number;
        given[i] = isMissing(number) ? null : number;
      }
    }
    values[row] = derived.of(...given) ?? Number.NaN;
  }
  return values;
}

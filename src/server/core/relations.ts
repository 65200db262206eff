import type { Catalog, Home, Relation } from './metric';

/** Ways up from each stream, as far as they were asked for: a catalogue never changes, and every field asks. */
const known = new WeakMap<Catalog, Map<string, ReadonlyMap<string, Relation[]>>>();

/** The relations that lead from a stream up to each that it belongs to, the shortest way. */
function waysUp(catalog: Catalog, from: string): ReadonlyMap<string, Relation[]> {
  const ways = known.get(catalog) ?? new Map<string, ReadonlyMap<string, Relation[]>>();
  known.set(catalog, ways);
  const found = ways.get(from);
  if (found) return found;
  const paths = new Map<string, Relation[]>([[from, []]]);
  for (const [stream, path] of paths)
    for (const relation of catalog.relations)
      if (relation.child === stream && !paths.has(relation.parent))
        paths.set(relation.parent, [...path, relation]);
  ways.set(from, paths);
  return paths;
}

/** The relations that lead from a stream up to another that it belongs to, the shortest way; null if none does. */
export const pathUp = (catalog: Catalog, from: string, to: string): Relation[] | null =>
  waysUp(catalog, from).get(to) ?? null;

/** Streams that rows of a stream are related to in one direction, itself first, then the nearest. */
function byDistance(catalog: Catalog, length: (stream: string) => number | undefined): string[] {
  return Object.keys(catalog.streams)
    .filter((stream) => length(stream) !== undefined)
    .sort((a, b) => (length(a) as number) - (length(b) as number));
}
/** Streams that a stream's rows belong to. */
export const above = (catalog: Catalog, stream: string): string[] =>
  byDistance(catalog, (other) => pathUp(catalog, stream, other)?.length);
/** Streams whose rows belong to a stream's. */
export const below = (catalog: Catalog, stream: string): string[] =>
  byDistance(catalog, (other) => pathUp(catalog, other, stream)?.length);

/** Whether sums of a stream can be shared out to the rows of one below it. */
export const sharesDown = (catalog: Catalog, from: string, to: string): boolean =>
  pathUp(catalog, to, from)?.every(({ weight }) => weight !== undefined) ?? false;

/** Where a time or condition by name is found for a stream's rows: worked out, own, or of what they belong to. */
export function timeHome(catalog: Catalog, stream: string, field: string): Home | null {
  const derived = catalog.derived[field];
  for (const owner of above(catalog, stream))
    if (derived ? derived.stream === owner : catalog.streams[owner]?.fields[field])
      return { stream: owner, field };
  return null;
}

/** Whether a time is a calendar day, which has no zone and no hour. */
export const isDaily = (catalog: Catalog, { stream, field }: Home): boolean =>
  catalog.streams[stream]?.fields[field]?.type === 'day';

/** The home of a dimension that rows of a grain know, nearest to the stream that is counted. */
export function homeFor(
  catalog: Catalog,
  homes: readonly Home[],
  grain: string,
  counted: string,
): Home | undefined {
  const distance = ({ stream }: Home): number =>
    pathUp(catalog, counted, stream)?.length ?? 1000 + (pathUp(catalog, grain, stream)?.length ?? 1000);
  return [...homes].filter((home) => distance(home) < 2000).sort((a, b) => distance(a) - distance(b))[0];
}

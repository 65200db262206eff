import type { Endpoint, Stream } from '../core/stream';
import { streams } from '../streams';
import { type DayCoverage, noDays, withoutDays } from './day-coverage';
import { type Coverage, noCoverage, type Stretch, without } from './sync-plan';

/** How a list's coverage is kept, and how claims are taken back that no longer hold. */

const DAY = 86_400;

export const coverageKey = (shop: string, endpoint: string): string => `sync ${shop} ${endpoint}`;

/** Streams that one endpoint fills: orders and their line items come in one answer. */
export const streamsOf = (endpoint: Pick<Endpoint, 'id'>): Stream[] =>
  Object.values(streams).filter((stream) => stream.endpoint.id === endpoint.id);

/** Every list that the store keeps. */
export const storedLists = (): Endpoint[] =>
  [...new Set(Object.values(streams).map(({ endpoint }): Endpoint => endpoint))].filter(
    (endpoint) => endpoint.kind !== 'whole' || endpoint.keep !== 'nothing',
  );

/** Those of them that are loaded before a report asks for them. */
export const keptLists = (): Endpoint[] =>
  storedLists().filter((endpoint) => endpoint.kind !== 'each' || !endpoint.onDemand);

/** What the streams stored, by their schemas: rows of other schemas lack something. */
const schemasOf = (list: readonly Stream[]): string =>
  list.map(({ id, schema }) => `${id} ${schema}`).join(', ');

const textOf = (coverage: object, list: readonly Stream[]): string =>
  JSON.stringify({ ...coverage, schemas: schemasOf(list) });

/** Coverage as it was kept; null where there is none. `current`: the streams store the same today. */
function kept<T>(text: string | null, list: readonly Stream[]): { coverage: T; current: boolean } | null {
  if (text === null) return null;
  const { schemas, ...coverage } = JSON.parse(text) as T & { schemas?: string };
  return { coverage: coverage as T, current: schemas === undefined || schemas === schemasOf(list) };
}

export const coverageText = (coverage: Coverage, list: readonly Stream[]): string => textOf(coverage, list);

/**
 * Coverage as it was kept. After a change of schema what is stored stays, but counts as not loaded: it is fetched
 * again where a report needs it and TikTok still has it.
 */
export function coverageFrom(text: string | null, list: readonly Stream[]): Coverage {
  const found = kept<Coverage>(text, list);
  if (!found) return noCoverage();
  return found.current ? found.coverage : { ...noCoverage(), watermark: found.coverage.watermark };
}

export const dayCoverageText = (coverage: DayCoverage, list: readonly Stream[]): string =>
  textOf(coverage, list);

/** The same for daily figures. */
export function dayCoverageFrom(text: string | null, list: readonly Stream[]): DayCoverage {
  const found = kept<DayCoverage>(text, list);
  if (!found) return noDays();
  return found.current ? found.coverage : { ...found.coverage, final: [], open: [], readAt: 0 };
}

/** The note of a list, given without what was created on these days. */
export function textWithoutDays(
  endpoint: Endpoint,
  text: string | null,
  { since, until }: { since: number; until: number },
): string {
  const list = streamsOf(endpoint);
  // What is stored of such records says by itself which are there.
  if (endpoint.kind === 'each') return '';
  if (endpoint.kind !== 'timed')
    return dayCoverageText(withoutDays(dayCoverageFrom(text, list), [since, until]), list);
  const coverage = coverageFrom(text, list);
  // Nothing later is complete then: older records count where they changed.
  return coverageText(apartFrom(coverage, [since * DAY, Number.MAX_SAFE_INTEGER]), list);
}

/** The note of a list, given without what is older than a day. All later claims hold as they did. */
export function textWithoutPast(endpoint: Endpoint, text: string | null, before: number): string {
  const list = streamsOf(endpoint);
  if (endpoint.kind === 'each') return '';
  return endpoint.kind !== 'timed'
    ? dayCoverageText(withoutDays(dayCoverageFrom(text, list), [0, before]), list)
    : coverageText(apartFrom(coverageFrom(text, list), [0, before * DAY]), list);
}

/** Coverage without a stretch. A pull under way is given up: it would claim too much. */
const apartFrom = (coverage: Coverage, lost: Stretch): Coverage => ({
  ...noCoverage(),
  watermark: coverage.watermark,
  covered: coverage.covered.flatMap((stretch) => without(stretch, [lost])),
});

import type { Endpoint, Stream } from '../core/stream';
import { streams } from '../streams';
import { type Coverage, noCoverage, type Stretch, without } from './sync-plan';

/** How a list's coverage is kept, and how claims are taken back that no longer hold. */

export const coverageKey = (shop: string, endpoint: string): string => `sync ${shop} ${endpoint}`;

/** Streams that one endpoint fills: orders and their line items come in one answer. */
export const streamsOf = (endpoint: Pick<Endpoint, 'id'>): Stream[] =>
  Object.values(streams).filter((stream) => stream.endpoint.id === endpoint.id);

/** What the streams stored, by their schemas: rows of other schemas lack something. */
const schemasOf = (list: readonly Stream[]): string =>
  list.map(({ id, schema }) => `${id} ${schema}`).join(', ');

export const coverageText = (coverage: Coverage, list: readonly Stream[]): string =>
  JSON.stringify({ ...coverage, schemas: schemasOf(list) });

/**
 * Coverage as it was kept. After a change of schema what is stored stays, but counts as not loaded: it is fetched
 * again where a report needs it and TikTok still has it.
 */
export function coverageFrom(text: string | null, list: readonly Stream[]): Coverage {
  if (text === null) return noCoverage();
  const { schemas, ...coverage } = JSON.parse(text) as Coverage & { schemas?: string };
  return schemas === undefined || schemas === schemasOf(list)
    ? coverage
    : { ...noCoverage(), watermark: coverage.watermark };
}

const ALWAYS: Stretch = [0, Number.MAX_SAFE_INTEGER];

/** Without what was created in a stretch, nothing later is complete: older records count where they changed. */
export const lostSince = (coverage: Coverage, since: number): Coverage => ({
  ...noCoverage(),
  watermark: coverage.watermark,
  covered: coverage.covered.flatMap((stretch) => without(stretch, [[since, ALWAYS[1]]])),
});

/** With what changed last before a time removed, all later claims hold as they did. */
export const cutBefore = (coverage: Coverage, before: number): Coverage => ({
  ...noCoverage(),
  watermark: coverage.watermark,
  covered: coverage.covered.flatMap((stretch) => without(stretch, [[ALWAYS[0], before]])),
});

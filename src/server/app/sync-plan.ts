import { cut, newPull, type PullState, type Window } from '../core/pull';

/** A stretch of time, `[since, until)`, unix seconds. */
export type Stretch = [since: number, until: number];

/**
 * What the store holds of one list of one shop. A covered stretch holds every record created in it, and every older
 * one that changed since its beginning: so whatever happened in it is there.
 */
export interface Coverage {
  covered: Stretch[];
  /** All changes before this time are stored; null before the first pull. */
  watermark: number | null;
  /** The pull under way for what reports need now. */
  job: Job | null;
  /** The pull under way into the past. Reports do not wait for it: both go on side by side. */
  backfill?: Job | null;
}

/** A pull, and what it makes true once it is finished. */
export interface Job {
  pull: PullState;
  covers: Stretch[];
  watermark: number;
}
/** Which pull is meant. */
export type Slot = 'job' | 'backfill';

export const noCoverage = (): Coverage => ({ covered: [], watermark: null, job: null });

/** Stretches joined where they touch or overlap, in order. */
export function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const [since, until] of [...stretches].filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && since <= last[1]) last[1] = Math.max(last[1], until);
    else joined.push([since, until]);
  }
  return joined;
}

/** The parts of a stretch that the (joined) others leave open. */
export function without([since, until]: Stretch, others: readonly Stretch[]): Stretch[] {
  const open: Stretch[] = [];
  let at = since;
  for (const [from, to] of union(others)) {
    if (to <= at) continue;
    if (from >= until) break;
    if (from > at) open.push([at, from]);
    at = to;
  }
  if (at < until) open.push([at, until]);
  return open;
}

/** Changes are read again from this long before the watermark: late rows, clocks that differ. */
export const LOOK_BACK = 600;
/** A shop read less than this long ago is fresh enough: several reports in a row read it once. */
const FRESH = 60;

/** Windows that a first look splits a stretch into: more come by themselves where there is more to read. */
const pieces = ([since, until]: Stretch, days: number, most: number): number =>
  Math.min(most, Math.max(1, Math.ceil((until - since) / (days * 86_400))));

/**
 * How changes of a list are read: by the time they happen (null), or, where TikTok has no window for that, by reading
 * again what was created in the last so many seconds.
 */
export type Settling = number | null;

/**
 * The pull that makes a stretch complete up to now, null when it is. `now` in unix seconds; what lies after it has
 * not happened yet.
 */
export function nextPull(
  coverage: Coverage,
  wanted: Stretch,
  now: number,
  settling: Settling = null,
): Job | null {
  const { watermark } = coverage;
  const windows: Window[] = [];
  const covers: Stretch[] = [];
  const stale = watermark !== null && now - watermark >= FRESH;
  if (stale) {
    windows.push(
      settling === null
        ? { kind: 'updated', since: watermark - LOOK_BACK, until: now }
        : { kind: 'created', since: watermark - settling, until: now },
    );
    covers.push([watermark, now]);
  }
  const until = Math.min(wanted[1], watermark === null || stale ? now : watermark);
  for (const open of without(
    [wanted[0], Math.max(wanted[0], until)],
    [...coverage.covered, ...covers],
  ).reverse()) {
    windows.push(
      ...cut('created', open[0], open[1], pieces(open, 3, 8)),
      ...(settling === null ? changedSince(coverage, open[0], now) : []),
    );
    covers.push(open);
  }
  if (windows.length === 0) return null;
  return { pull: newPull(windows), covers, watermark: watermark !== null && !stale ? watermark : now };
}

/** Older records that changed since the beginning of a stretch; known already where the stretch before is covered. */
const changedSince = (coverage: Coverage, since: number, now: number): Window[] =>
  coverage.covered.some(([, end]) => end === since)
    ? []
    : [{ kind: 'updated', since, until: now, createdBefore: since }];

/** The pull that loads a stretch of the past, newest first in windows of ten days; null when nothing of it is missing. */
export function nextBackfill(
  coverage: Coverage,
  wanted: Stretch,
  now: number,
  settling: Settling = null,
): Job | null {
  const windows: Window[] = [];
  const covers: Stretch[] = [];
  for (const open of without(
    [wanted[0], Math.max(wanted[0], Math.min(wanted[1], now))],
    coverage.covered,
  ).reverse()) {
    windows.push(
      ...cut('created', open[0], open[1], pieces(open, 10, 80)),
      ...(settling === null ? changedSince(coverage, open[0], now) : []),
    );
    covers.push(open);
  }
  if (windows.length === 0) return null;
  // With a watermark, changes from before the first record is read are stored anyway; without one, they are from now on.
  return { pull: newPull(windows), covers, watermark: coverage.watermark === null ? now : NEVER };
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** What is true once a pull is finished. */
export function finishJob(coverage: Coverage, slot: Slot = 'job'): Coverage {
  const job = coverage[slot];
  if (!job) return coverage;
  // Changes from the first watermark on are stored whatever they belong to. A backfill that began before there was
  // one has read some records earlier than that: their changes are read again from its own beginning.
  const watermark =
    slot === 'job' ? job.watermark : Math.min(job.watermark, coverage.watermark ?? Number.POSITIVE_INFINITY);
  return { ...coverage, covered: union([...coverage.covered, ...job.covers]), watermark, [slot]: null };
}

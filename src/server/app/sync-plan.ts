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
  /** A pull under way, and what it makes true once it is finished. */
  job: { pull: PullState; covers: Stretch[]; watermark: number } | null;
}

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
const pieces = ([since, until]: Stretch): number =>
  Math.min(8, Math.max(1, Math.ceil((until - since) / (3 * 86_400))));

/**
 * The pull that makes a stretch complete up to now, null when it is. `now` in unix seconds; what lies after it has
 * not happened yet.
 */
export function nextPull(coverage: Coverage, wanted: Stretch, now: number): Coverage['job'] {
  const { watermark } = coverage;
  const windows: Window[] = [];
  const covers: Stretch[] = [];
  const stale = watermark !== null && now - watermark >= FRESH;
  if (stale) {
    windows.push({ kind: 'updated', since: watermark - LOOK_BACK, until: now });
    covers.push([watermark, now]);
  }
  const until = Math.min(wanted[1], watermark === null || stale ? now : watermark);
  if (wanted[0] < until)
    for (const open of without([wanted[0], until], [...coverage.covered, ...covers]).reverse()) {
      windows.push(...cut('created', open[0], open[1], pieces(open)));
      // Older records that changed since; known already where the stretch before is covered.
      if (!coverage.covered.some(([, end]) => end === open[0]))
        windows.push({ kind: 'updated', since: open[0], until: now, createdBefore: open[0] });
      covers.push(open);
    }
  if (windows.length === 0) return null;
  return { pull: newPull(windows), covers, watermark: watermark !== null && !stale ? watermark : now };
}

export const finishJob = (coverage: Coverage): Coverage =>
  coverage.job
    ? {
        covered: union([...coverage.covered, ...coverage.job.covers]),
        watermark: coverage.job.watermark,
        job: null,
      }
    : coverage;

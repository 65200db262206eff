import { type Stretch, union, without } from './sync-plan';

/** What the store holds of a list of daily figures of one shop. All in days since 1970. */
export interface DayCoverage {
  /** Days that are stored for good. */
  final: Stretch[];
  /** Days that are stored as they were last read, and may still be corrected. */
  open: Stretch[];
  /** Last day that TikTok had figures for. */
  latest: number | null;
  /** First day that TikTok still had, as far as it is known. */
  oldest: number | null;
  /** When all that was wanted had been read, unix seconds. */
  readAt: number;
}

export const noDays = (): DayCoverage => ({ final: [], open: [], latest: null, oldest: null, readAt: 0 });

/** Figures read less than this long ago are fresh enough: several reports in a row read them once. Seconds. */
const FRESH = 60;
const DAY = 86_400;

/** The days still to be asked for. `now` in unix seconds. */
export function missingDays(coverage: DayCoverage, [since, until]: Stretch, now: number): Stretch[] {
  // East of Greenwich tomorrow has begun.
  const end = Math.min(until, Math.floor(now / DAY) + 2);
  const from = Math.max(since, coverage.oldest ?? 0);
  const fresh = now - coverage.readAt < FRESH;
  return without([from, Math.max(from, end)], [...coverage.final, ...(fresh ? known(coverage) : [])]);
}

/** Days that are stored, and those after them that TikTok was found to have no figures for yet. */
const known = ({ open, latest }: DayCoverage): Stretch[] =>
  latest === null ? open : [...open, [latest + 1, Number.MAX_SAFE_INTEGER]];

/** With days that were read; those up to `settled` (excluded) will not change any more. */
export function withDays(coverage: DayCoverage, days: readonly Stretch[], settled: number): DayCoverage {
  const final = union([
    ...coverage.final,
    ...days.map(([since, until]): Stretch => [since, Math.min(until, settled)]),
  ]);
  const open = union([...coverage.open, ...days]).flatMap((stretch) => without(stretch, final));
  return { ...coverage, final, open };
}

/** Without days that are no longer stored. */
export function withoutDays(coverage: DayCoverage, lost: Stretch): DayCoverage {
  const rest = (stretches: readonly Stretch[]) => stretches.flatMap((stretch) => without(stretch, [lost]));
  return { ...coverage, final: rest(coverage.final), open: rest(coverage.open), readAt: 0 };
}

/** Days of a range that are not stored, by the reason. */
export function absentDays(
  coverage: DayCoverage,
  [since, until]: Stretch,
  now: number,
): { gone: Stretch[]; early: Stretch[]; unread: Stretch[] } {
  const { oldest, latest } = coverage;
  const today = Math.floor(now / DAY) + 1;
  const lack = without(
    [since, Math.max(since, Math.min(until, today))],
    [...coverage.final, ...coverage.open],
  );
  const gone: Stretch[] = oldest === null ? [] : [[0, oldest]];
  const early: Stretch[] = latest === null ? [] : [[latest + 1, Number.MAX_SAFE_INTEGER]];
  const within = (zone: readonly Stretch[]) =>
    lack.flatMap((stretch) => without(stretch, without([0, Number.MAX_SAFE_INTEGER], zone)));
  return {
    gone: within(gone),
    early: within(early),
    unread: lack.flatMap((one) => without(one, [...gone, ...early])),
  };
}

/**
 * How fast one endpoint of one shop may be asked. TikTok publishes no limit, so it is found by trying: at first the
 * calls sent at once double with each round; after the first refusal a rate is kept, which drops with each refusal
 * and then follows a cubic curve: quickly back near the rate that was refused, slowly past it, and quickly again if
 * nothing is refused there any more (as the limit may have risen).
 */
export interface Pace {
  /** Calls sent at once at most. */
  width: number;
  /** Calls per second, by the last refusal; null while nothing was ever refused. */
  limit: { rate: number; aim: number; since: number } | null;
  /** Calls that may be sent now, and when that was so. */
  tokens: number;
  at: number;
  /** Rounds of the last seconds: time in ms, calls accepted, calls refused. */
  recent: [at: number, accepted: number, refused: number][];
  /** Time of the first round, ms; 0 before. */
  startedAt: number;
  /** Rounds in a row without any success. */
  failures: number;
}

/** A burst of eight has been seen refused, so the first round is small. */
export const freshPace = (): Pace => ({
  width: 4,
  limit: null,
  tokens: 0,
  at: 0,
  recent: [],
  startedAt: 0,
  failures: 0,
});

const MAX_WIDTH = 32;
const MIN_RATE = 0.05;
/**
 * Share of refused calls that is put up with: a limit that counts whole seconds refuses one now and then even below
 * it, and only refusals tell where it is.
 */
const TOLERATED = 0.08;
/** More of them cost at least so much of the rate, and at most so much: a limit that has fallen far is found in steps. */
const LEAST_LEFT = 0.5;
const MOST_LEFT = 0.97;
/** The rate grows back in these seconds; later it grows faster and faster, as the limit may have risen. */
const RETURN_SECONDS = 6;
const AIM = 1.02;
const CURVE = 3e-4;
/** Calls are counted over this span, or over so many of them if they take longer. */
const MEASURE_MS = 3000;
const MEASURE_CALLS = 12;

/** Calls per second allowed now; null for no known limit. `now` in milliseconds. */
export function rateAt({ limit }: Pace, now: number): number | null {
  if (!limit) return null;
  const seconds = Math.max(0, now - limit.since) / 1000;
  const grown = limit.aim * (1 + CURVE * (seconds - RETURN_SECONDS) ** 3);
  return Math.max(MIN_RATE, limit.rate, grown);
}

/** How many of the wanted calls may go now, at least one, and how long to wait before. */
export function allowed(pace: Pace, wanted: number, now: number): { count: number; waitMs: number } {
  const most = Math.min(wanted, pace.width);
  const rate = rateAt(pace, now);
  if (rate === null) return { count: most, waitMs: 0 };
  const filled = Math.min(Math.max(1, rate), pace.tokens + (Math.max(0, now - pace.at) / 1000) * rate);
  if (filled >= 1) return { count: Math.min(most, Math.floor(filled)), waitMs: 0 };
  return { count: 1, waitMs: Math.ceil(((1 - filled) / rate) * 1000) };
}

/** Notes that calls were sent. */
export function sent(pace: Pace, count: number, now: number): void {
  const rate = rateAt(pace, now);
  const filled =
    rate === null ? 0 : Math.min(Math.max(1, rate), pace.tokens + (Math.max(0, now - pace.at) / 1000) * rate);
  if (pace.startedAt === 0) pace.startedAt = now;
  pace.tokens = Math.max(0, filled - count);
  pace.at = now;
}

/** Learns from a round: how many calls were accepted, and how many refused for coming too fast. */
export function learn(pace: Pace, accepted: number, refused: number, sentAt: number, now: number): void {
  const before = rateAt(pace, sentAt);
  const span = Math.max(MEASURE_MS, before === null ? 0 : (MEASURE_CALLS / before) * 1000);
  pace.recent = pace.recent.filter(([at]) => at > sentAt - span);
  pace.recent.push([sentAt, accepted, refused]);
  if (refused === 0) {
    if (accepted >= pace.width) pace.width = Math.min(MAX_WIDTH, pace.width * 2);
    return;
  }
  let through = 0;
  let turnedDown = 0;
  for (const [, came, went] of pace.recent) {
    through += came;
    turnedDown += went;
  }
  if (before !== null && turnedDown / (through + turnedDown) < TOLERATED) return;
  const seconds = Math.max(1000, Math.min(span, sentAt - pace.startedAt)) / 1000;
  const measured = through / seconds;
  const rate =
    before === null ? measured : Math.max(before * LEAST_LEFT, Math.min(before * MOST_LEFT, measured));
  pace.limit = { rate: Math.max(MIN_RATE, rate), aim: Math.max(MIN_RATE, rate) * AIM, since: now };
}

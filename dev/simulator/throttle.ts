export type ThrottleRule = {
  /** Requests per virtual second, for each shop and endpoint. */
  readonly perSecond: number;
  /** Value of a Retry-After header in seconds; none if left out. */
  readonly retryAfter?: number;
};

/** Counts whole virtual seconds, so a burst is over when the caller's clock has moved on. */
export function throttle() {
  let seconds = new Map<string, number>();
  return {
    rule: undefined as ThrottleRule | undefined,

    /** Whether this call is one too many. Refused calls count: hammering does not help. */
    refuses(key: string, now: number): boolean {
      if (!this.rule) return false;
      if (seconds.size > 10_000) seconds = new Map();
      const slot = `${key} ${Math.floor(now / 1000)}`;
      const count = (seconds.get(slot) ?? 0) + 1;
      seconds.set(slot, count);
      return count > this.rule.perSecond;
    },
  };
}

export type Throttle = ReturnType<typeof throttle>;

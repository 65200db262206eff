/** The simulator has no clock of its own: time is what the last callers said it is. */
export type VirtualClock = {
  /** Takes the time from a request header; without one, the highest time seen so far. Milliseconds. */
  read(header: string | undefined): number;
};

export function virtualClock(start: number): VirtualClock {
  let highest = start;
  return {
    read(header) {
      const said = header === undefined ? Number.NaN : Number(header);
      if (!Number.isFinite(said)) return highest;
      highest = Math.max(highest, said);
      return said;
    },
  };
}

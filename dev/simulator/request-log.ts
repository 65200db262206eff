import type { FaultKind } from './faults';

export type LogEntry = {
  readonly number: number;
  readonly method: string;
  readonly path: string;
  /** Names only: the values of token calls are secrets. */
  readonly queryKeys: readonly string[];
  readonly pageToken?: string;
  readonly shopCipher?: string;
  /** First day and the day after the last one, of calls that ask for days. */
  readonly days?: readonly [since: string, until: string];
  readonly body: string;
  readonly status: number;
  /** TikTok's code in the answer; null if the answer was not TikTok's JSON. */
  readonly code: number | null;
  readonly now: number;
  readonly latencyMs: number;
  readonly fault?: FaultKind;
};

const KEPT = 20_000;

export function requestLog() {
  let entries: LogEntry[] = [];
  let number = 0;
  return {
    add(entry: Omit<LogEntry, 'number'>): void {
      number += 1;
      entries.push({ number, ...entry });
      if (entries.length > KEPT) entries = entries.slice(-KEPT / 2);
    },
    entries: (): readonly LogEntry[] => entries,
    clear(): void {
      entries = [];
    },
    /** How often each path was called and how it ended: 'POST /x 200 0' → 17. */
    counters(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { method, path, status, code } of entries) {
        const key = `${method} ${path} ${status} ${code}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    },
  };
}

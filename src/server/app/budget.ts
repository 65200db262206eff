import type { Clock } from '../core/ports';

/** Time that a slice of work may take. Apps Script kills an execution after six minutes, without any clean-up. */
export interface Budget {
  spent(): boolean;
  /** Milliseconds left. */
  left(): number;
}

/** Slices asked for by the sidebar are short, so that it can show progress; unattended ones leave 90 s for writing. */
export const INTERACTIVE_MS = 15_000;
export const UNATTENDED_MS = 270_000;

export function budgetOf(clock: Clock, milliseconds: number): Budget {
  const end = clock.now() + milliseconds;
  return { spent: () => clock.now() >= end, left: () => end - clock.now() };
}

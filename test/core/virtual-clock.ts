import type { Clock, Random } from '../../src/server/core/ports';

/** Time that passes only where somebody sleeps. */
export class VirtualClock implements Clock {
  readonly slept: number[] = [];
  constructor(private milliseconds = 1_767_225_600_000) {}
  now(): number {
    return this.milliseconds;
  }
  sleep(milliseconds: number): void {
    this.slept.push(milliseconds);
    this.milliseconds += milliseconds;
  }
}

/** Chance without surprises: jitter becomes exactly the back-off itself. */
export const steadyRandom: Random = { id: () => '0'.repeat(32), next: () => 0.5 };

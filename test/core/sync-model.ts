// A shop as sync sees it: records that come into being and change, each event visible a little later than it happened.
import {
  type Coverage,
  finishJob,
  nextBackfill,
  nextPull,
  noCoverage,
  type Slot,
  type Stretch,
} from '../../src/server/app/sync-plan';
import type { Window } from '../../src/server/core/pull';

export interface Life {
  id: number;
  /** Times of creation and of every change, in order, and by how much later each can be seen. */
  events: { at: number; delay: number }[];
}

/**
 * Form of a record (the time of its last change) that can be seen at a time; null when it can't be seen yet. What
 * happens in the very second of looking counts as after it, as in the half-open windows.
 */
const formAt = ({ events }: Life, time: number): number | null =>
  events.reduce<number | null>((seen, { at, delay }) => (at + delay < time ? at : seen), null);
const created = ({ events }: Life): number => events[0]!.at;

export class SyncModel {
  coverage: Coverage = noCoverage();
  /** Newest form stored, by record. */
  readonly stored = new Map<number, number>();

  constructor(
    private readonly lives: readonly Life[],
    public now: number,
  ) {}

  /** As one execution does it: what was left over first, then what is missing. Stops after so many windows. */
  sync(wanted: Stretch, windows: number, secondsEach: number, slot: Slot = 'job'): void {
    let left = windows;
    for (;;) {
      const job =
        this.coverage[slot] ?? (slot === 'job' ? nextPull : nextBackfill)(this.coverage, wanted, this.now);
      this.coverage[slot] = job;
      if (!job) return;
      while (job.pull.windows.length > 0) {
        if (left-- <= 0) return;
        this.read(job.pull.windows.shift()!);
        this.now += secondsEach;
      }
      this.coverage = finishJob(this.coverage, slot);
    }
  }

  private read({ kind, since, until, createdBefore }: Window): void {
    for (const life of this.lives) {
      const form = formAt(life, this.now);
      if (form === null) continue;
      const time = kind === 'created' ? created(life) : form;
      if (time < since || time >= until || (createdBefore !== undefined && created(life) >= createdBefore))
        continue;
      this.stored.set(life.id, Math.max(form, this.stored.get(life.id) ?? 0));
    }
  }

  /** Records that coverage claims and the store lacks, or has in an old form, by events before the watermark. */
  broken(): { life: Life; stored: number | undefined; claimed: number }[] {
    const { covered, watermark } = this.coverage;
    const found: { life: Life; stored: number | undefined; claimed: number }[] = [];
    for (const life of this.lives) {
      const known = life.events.map(({ at }) => at).filter((at) => at < (watermark ?? 0));
      const inside = known.some((at) => covered.some(([since, until]) => at >= since && at < until));
      const claimed = known.at(-1);
      if (!inside || claimed === undefined) continue;
      const stored = this.stored.get(life.id);
      if (stored === undefined || stored < claimed) found.push({ life, stored, claimed });
    }
    return found;
  }
}

import type { Chance } from './chance';
import type { Region } from './regions/region';

export type Status =
  | 'UNPAID'
  | 'ON_HOLD'
  | 'AWAITING_SHIPMENT'
  | 'PARTIALLY_SHIPPING'
  | 'AWAITING_COLLECTION'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CANCELLED';

export type StepName =
  | 'created'
  | 'paid'
  | 'released'
  | 'ready'
  | 'secondReady'
  | 'collected'
  | 'delivered'
  | 'completed'
  | 'cancelRequested'
  | 'cancelled';

/** Something that happens to an order, and the status it leaves. Each step moves update_time. */
export type Step = { readonly at: number; readonly name: StepName; readonly status: Status };

type Kind = 'normal' | 'sample' | 'replacement' | 'preorder';

export type Lifecycle = {
  readonly steps: readonly Step[];
  readonly cod: boolean;
  readonly kind: Kind;
  /** The remorse period in which the buyer may cancel freely, or the wait for a release. */
  readonly held: boolean;
  readonly split: boolean;
  readonly cancellation?: { readonly by: 'BUYER' | 'SELLER' | 'SYSTEM'; readonly reason: string };
};

/** Nothing happens to an order after this; searches by update_time look back no further. */
export const LONGEST_LIFE_DAYS = 45;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Tells the whole life of an order at once; the renderer shows the part up to now. */
export function lifecycle(region: Region, luck: Chance, created: number): Lifecycle {
  const cod = luck.yes(region.codShare);
  const kind = cod ? 'normal' : kindOf(region, luck);
  const held = !cod && (kind === 'preorder' || (kind === 'normal' && luck.yes(0.3)));
  const split = kind === 'normal' && luck.yes(0.045);
  const steps: Step[] = [];
  let at = created;
  let status: Status = cod ? 'AWAITING_SHIPMENT' : 'UNPAID';
  const then = (name: StepName, wait: number, next: Status) => {
    at = Math.min(at + wait, created + LONGEST_LIFE_DAYS * DAY - 1);
    status = next;
    steps.push({ at, name, status });
  };
  const ended = (by: 'BUYER' | 'SELLER' | 'SYSTEM', reason: string): Lifecycle => ({
    steps,
    cod,
    kind,
    held,
    split,
    cancellation: { by, reason },
  });
  const { reasons } = region;

  then('created', 0, status);
  if (!cod) {
    if (kind === 'normal' && luck.yes(0.045)) {
      const byBuyer = luck.yes(0.25);
      then('cancelled', byBuyer ? luck.between(300, 6 * HOUR) : DAY, 'CANCELLED');
      return byBuyer ? ended('BUYER', luck.pick(reasons.buyer)) : ended('SYSTEM', reasons.unpaid);
    }
    const wait = luck.yes(0.9) ? luck.between(3, 240) : luck.between(600, 20 * HOUR);
    then('paid', wait, held ? 'ON_HOLD' : 'AWAITING_SHIPMENT');
    if (held) {
      if (luck.yes(0.03)) {
        then('cancelled', luck.between(60, HOUR - 60), 'CANCELLED');
        return ended('BUYER', luck.pick(reasons.buyer));
      }
      then('released', kind === 'preorder' ? luck.between(3, 15) * DAY : HOUR, 'AWAITING_SHIPMENT');
    }
  }
  const trouble = luck.unit();
  if (trouble < 0.03) {
    then('cancelRequested', luck.between(600, 10 * HOUR), status);
    then('cancelled', luck.between(300, 20 * HOUR), 'CANCELLED');
    return ended('BUYER', luck.pick(reasons.buyer));
  }
  if (trouble < 0.045) {
    then('cancelled', luck.between(HOUR, 30 * HOUR), 'CANCELLED');
    return trouble < 0.04 ? ended('SELLER', luck.pick(reasons.seller)) : ended('SYSTEM', reasons.risk);
  }
  then('ready', luck.between(2 * HOUR, 44 * HOUR), split ? 'PARTIALLY_SHIPPING' : 'AWAITING_COLLECTION');
  if (split) then('secondReady', luck.between(3 * HOUR, 30 * HOUR), 'AWAITING_COLLECTION');
  then('collected', luck.between(2 * HOUR, 30 * HOUR), 'IN_TRANSIT');
  if (luck.yes(cod ? 0.08 : 0.012)) {
    then('cancelled', luck.between(5 * DAY, 12 * DAY), 'CANCELLED');
    return ended('SYSTEM', luck.yes(0.7) ? reasons.undelivered : reasons.lost);
  }
  then('delivered', luck.between(30 * HOUR, 8 * DAY), 'DELIVERED');
  // Not every cash payment is booked: some orders stay without paid_time although they are delivered.
  if (cod && luck.yes(0.8)) then('paid', 0, 'DELIVERED');
  then('completed', luck.between(7 * DAY, 14 * DAY), 'COMPLETED');
  return { steps, cod, kind, held, split };
}

function kindOf(region: Region, luck: Chance): Kind {
  const roll = luck.unit();
  if (roll < 0.012) return 'sample';
  if (roll < 0.016) return 'replacement';
  if (roll < 0.024 && region.code === 'US') return 'preorder';
  return 'normal';
}

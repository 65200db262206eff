import { type Decimal, plus, whole, ZERO } from './decimal';
import { type Cell, FIELDS, type Place } from './fields';
import { type Filter, passes } from './filters';
import { localTime } from './local-time';
import { type Base, METRICS } from './metrics';
import type { Question, ShopRecords } from './question';
import { currencyOf, itemsOf, salesTime, type TikTokRecord, timeOf } from './record';
import { sharesOf } from './share';

/** One row in the making: its dimension cells, its currency, and what the base metrics come to. */
export type Group = {
  readonly cells: readonly Cell[];
  readonly currency: string | null;
  readonly sums: Map<string, Decimal>;
  readonly seen: Map<string, Set<string>>;
};

export const valueIn = (group: Group, id: string): Decimal =>
  group.sums.get(id) ?? whole(group.seen.get(id)?.size ?? 0);

/** Walks over every order for every base metric; without any, over all orders by create time. */
export function groupsOf(question: Question, bases: readonly string[], filters: readonly Filter[]): Group[] {
  const fields = [...question.dimensions, ...filters.map(({ field }) => field)].map(fieldNamed);
  const byItem = fields.some(({ ofItem }) => ofItem);
  const money = bases.some((id) => METRICS[id]!.type === 'money');
  const groups = new Map<string, Group>();

  const walk = (
    id: string | null,
    base: Pick<Base, 'grain' | 'when'>,
    shop: ShopRecords,
    order: TikTokRecord,
  ) => {
    const seconds = base.when === 'sold' ? salesTime(order) : timeOf(order, 'create_time');
    if (seconds === null || !isIn(question, seconds)) return;
    const items = itemsOf(order);
    // An order without items stands for itself, with empty item fields.
    const units = (byItem || base.grain === 'item') && items.length > 0 ? items : [null];
    for (const item of units) {
      const place: Place = { shop, order, item, seconds, zone: question.zone };
      if (!filters.every((filter) => passes(fieldNamed(filter.field).cell(place), filter))) continue;
      const cells = question.dimensions.map((dimension) => fieldNamed(dimension).cell(place));
      const currency = money ? currencyOf(order) : null;
      const key = JSON.stringify([cells, currency]);
      const group: Group = groups.get(key) ?? { cells, currency, sums: new Map(), seen: new Map() };
      groups.set(key, group);
      if (id !== null) count(group, id, order, item, byItem);
    }
  };
  for (const shop of question.shops)
    for (const order of shop.records) {
      if (bases.length === 0) walk(null, { grain: 'order', when: 'created' }, shop, order);
      for (const id of bases) walk(id, METRICS[id] as Base, shop, order);
    }
  return [...groups.values()];
}

function count(
  group: Group,
  id: string,
  order: TikTokRecord,
  item: TikTokRecord | null,
  byItem: boolean,
): void {
  const { grain, of } = METRICS[id] as Base;
  if ('once' in of) {
    const key = of.once(order, item);
    const seen = group.seen.get(id) ?? new Set();
    group.seen.set(id, key === null ? seen : seen.add(key));
    return;
  }
  const amount = (): Decimal => {
    if (grain === 'item') return item ? of.amount(item) : ZERO;
    return byItem && item ? sharesOf(order, of.amount(order)).get(item)! : of.amount(order);
  };
  group.sums.set(id, plus(group.sums.get(id) ?? ZERO, amount()));
}

function isIn({ first, last, zone }: Question, seconds: number): boolean {
  const { date } = localTime(seconds, zone);
  return date >= first && date <= last;
}

export function fieldNamed(id: string) {
  const field = FIELDS[id];
  if (!field) throw new Error(`the oracle knows no field ${id}`);
  return field;
}

import { basketOf } from './basket';
import type { Sku } from './catalogue';
import { type Chance, chance, TOPIC } from './chance';
import { digits, longId } from './long-id';
import { decimal } from './money';
import { lastStep, type Order } from './order';
import { DONE, returnAt, returnsOf, unitsBack } from './returns';

const DAY = 86_400;

const CREATORS = [
  'glowwithmai',
  'dailyfinds.tom',
  'the.candle.girl',
  'gadgetgrandpa',
  'nailsbyrosa',
  'yogawithkim',
  'petmomnina',
  'kitchen_kai',
  'thriftyleo',
  'hausvonida',
  'runner.may',
  'booksandtea',
];
const CONTENT = ['VIDEO', 'VIDEO', 'VIDEO', 'LIVE', 'LIVE', 'SHOP', 'LINKSHARE'] as const;
/** Hundredths of a percent. */
const RATES = [500, 800, 1000, 1500, 2000] as const;

const luckOf = ({ shop, day, index }: Order): Chance => chance(shop.seed, TOPIC.affiliate, day, index);

/** About three orders in ten that were paid came through a creator. */
export function isAffiliate(order: Order, second: number): boolean {
  if (order.kind !== 'normal' || !luckOf(order).yes(0.3)) return false;
  const paid = order.cod ? order.createTime : order.steps.find(({ name }) => name === 'paid')?.at;
  return paid !== undefined && paid <= second;
}

/** Ids of the programmes that a shop's creators belong to: an open and a target collaboration, a campaign. */
const programId = ({ shop }: Order, which: number): string => longId('73', 17, shop.seed, String(which));

/** An affiliate order in the shape of /affiliate_seller/202410/orders/search as of a Unix second. */
export function renderAffiliateOrder(order: Order, second: number): Record<string, unknown> {
  const luck = luckOf(order);
  luck.unit();
  const { region } = order.shop;
  const last = lastStep(order, second)!;
  const cancelled = last.name === 'cancelled';
  const settled = cancelled || (last.name === 'completed' && last.at + 2 * DAY <= second);
  const creator = CREATORS[Math.floor(luck.unit() ** 2 * CREATORS.length)];
  const type = luck.pick(CONTENT);
  const program = luck.unit();
  const ads = luck.yes(0.15);
  // Empty where there is none.
  const money = (amount: number | null) =>
    amount === null ? {} : { amount: decimal(amount, region.decimals), currency: region.currency };
  const { units } = basketOf(order);
  const back = units.map(() => ({ refunded: cancelled, returned: false }));
  for (const one of returnsOf(order)) {
    if (!DONE.includes(returnAt(one, second)?.status ?? '') || one.type === 'REPLACEMENT') continue;
    for (const { position } of unitsBack(one))
      back[position] = { refunded: true, returned: one.type === 'RETURN_AND_REFUND' };
  }
  const lines = new Map<Sku, number[]>();
  units.forEach(({ sku, gift }, position) => {
    if (!gift) lines.set(sku, [...(lines.get(sku) ?? []), position]);
  });
  const skus = [...lines].map(([sku, positions]) => {
    const rate = luck.pick(RATES);
    const adsRate = ads ? 300 : 0;
    const count = (is: (at: (typeof back)[number]) => boolean) =>
      positions.filter((position) => is(back[position]!)).length;
    const refunded = count((one) => one.refunded);
    // One price for all: what rounding a voucher leaves stays out.
    const price = Math.min(...positions.map((position) => units[position]!.sale));
    const base = price * positions.length;
    const actual = settled ? price * (positions.length - refunded) : null;
    const part = (amount: number | null, hundredths: number) =>
      money(amount === null ? null : Math.round((amount * hundredths) / 10_000));
    return {
      product_id: sku.productId,
      sku_id: sku.id,
      quantity: positions.length,
      refunded_quantity: refunded,
      returned_quantity: count((one) => one.returned),
      fully_return: refunded === positions.length ? 'Yes' : 'No',
      price: money(price),
      content_type: type,
      content_id: type === 'SHOP' ? undefined : longId('749', 19, order.day, digits(order.index % 7, 2)),
      creator_username: creator,
      commission_model: 'Fixed commission',
      commission_rate: String(rate),
      shop_ads_commission_rate: ads ? String(adsRate) : undefined,
      open_collaboration_id: program < 0.6 ? programId(order, 1) : undefined,
      target_collaboration_id: program >= 0.6 && program < 0.9 ? programId(order, 2) : undefined,
      campaign_id: program >= 0.9 ? programId(order, 3) : undefined,
      settlement_status: settled ? (actual === 0 ? 'INELIGIBLE' : 'SETTLED') : undefined,
      estimated_commission_base: money(base),
      estimated_paid_commission: part(base, rate),
      estimated_paid_shop_ads_commission: part(ads ? base : null, adsRate),
      estimated_cofunded_creator_bonus_amount: {},
      estimated_paid_partner_commission: part(program >= 0.9 ? base : null, 200),
      actual_commission_base: money(actual),
      actual_paid_commission: part(actual, rate),
      actual_paid_shop_ads_commission: part(ads ? actual : null, adsRate),
      actual_cofunded_creator_bonus_amount: {},
      actual_paid_partner_commission: part(program >= 0.9 ? actual : null, 200),
    };
  });
  return {
    id: order.id,
    create_time: order.createTime,
    delivery_time: order.steps.find(({ name, at }) => name === 'delivered' && at <= second)?.at,
    skus,
  };
}

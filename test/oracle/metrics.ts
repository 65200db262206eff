import { type Decimal, decimalIn, negative, plus, ZERO } from './decimal';
import { at, type TikTokRecord } from './record';

/** What a metric counts or adds up. */
export type Base = {
  readonly grain: 'order' | 'item';
  /** 'sold': counted orders by sales time; 'created': all orders by create time. */
  readonly when: 'sold' | 'created';
  readonly type: 'money' | 'integer';
  /** An amount to add, or a key of which each counts once. Null: nothing of it. */
  readonly of:
    | { readonly amount: (record: TikTokRecord) => Decimal }
    | { readonly once: (order: TikTokRecord, item: TikTokRecord | null) => string | null };
};
export type Ratio = {
  readonly type: 'money' | 'decimal' | 'percent';
  readonly ratio: readonly [string, string];
};

const sumOf =
  (...terms: string[]) =>
  (record: TikTokRecord): Decimal =>
    terms.reduce((sum, term) => {
      const amount = decimalIn(at(record, term.replace('-', ''))) ?? ZERO;
      return plus(sum, term.startsWith('-') ? negative(amount) : amount);
    }, ZERO);

const orderSum = (...terms: string[]): Base => ({
  grain: 'order',
  when: 'sold',
  type: 'money',
  of: {
    amount: sumOf(
      ...terms.map((term) => (term[0] === '-' ? `-payment.${term.slice(1)}` : `payment.${term}`)),
    ),
  },
});
const itemSum = (term: string): Base => ({
  grain: 'item',
  when: 'sold',
  type: 'money',
  of: { amount: sumOf(term) },
});
const counting = (
  grain: Base['grain'],
  when: Base['when'],
  once: (order: TikTokRecord, item: TikTokRecord | null) => string | null,
): Base => ({ grain, when, type: 'integer', of: { once } });

const text = (value: unknown): string | null => (value === undefined || value === '' ? null : String(value));

export const METRICS: Readonly<Record<string, Base | Ratio>> = {
  gmv: orderSum('total_amount'),
  gmv_ex_tax_shipping: orderSum('sub_total'),
  gross_revenue: orderSum('sub_total', 'platform_discount'),
  gross_revenue_incl_shipping: orderSum('total_amount', 'platform_discount', '-tax'),
  original_product_price: orderSum('original_total_product_price'),
  sub_total: orderSum('sub_total'),
  payment_total_amount: { ...orderSum('total_amount'), when: 'created' },
  discount_amount: orderSum('seller_discount', 'platform_discount'),
  seller_discount: orderSum('seller_discount'),
  platform_discount: orderSum('platform_discount'),
  tax_amount: orderSum('tax'),
  product_tax: orderSum('product_tax'),
  shipping_fee_tax: orderSum('shipping_fee_tax'),
  shipping_fee: orderSum('shipping_fee'),
  original_shipping_fee: orderSum('original_shipping_fee'),
  shipping_fee_seller_discount: orderSum('shipping_fee_seller_discount'),
  shipping_fee_platform_discount: orderSum('shipping_fee_platform_discount'),
  orders: counting('order', 'created', (order) => text(order['id'])),
  paid_orders: counting('order', 'sold', (order) => text(order['id'])),
  customers: counting('order', 'sold', (order) => text(order['user_id'])),
  items_sold: counting('item', 'sold', (_order, item) => text(item?.['id'])),
  sku_orders: counting('item', 'sold', (order, item) =>
    item && text(item['sku_id']) !== null ? `${order['id']} ${item['sku_id']}` : null,
  ),
  sale_price: itemSum('sale_price'),
  original_price: itemSum('original_price'),
  item_seller_discount: itemSum('seller_discount'),
  item_platform_discount: itemSum('platform_discount'),
  item_tax_amount: {
    ...itemSum(''),
    of: {
      amount: (item) =>
        ((item['item_tax'] as TikTokRecord[] | undefined) ?? []).reduce<Decimal>(
          (sum, tax) => plus(sum, decimalIn(tax['tax_amount']) ?? ZERO),
          ZERO,
        ),
    },
  },
  aov: { type: 'money', ratio: ['gmv', 'paid_orders'] },
  items_per_order: { type: 'decimal', ratio: ['items_sold', 'paid_orders'] },
  avg_item_price: { type: 'money', ratio: ['sale_price', 'items_sold'] },
  tax_rate: { type: 'percent', ratio: ['item_tax_amount', 'sale_price'] },
};

/** The bases behind metrics, each once. */
export const basesOf = (ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const metric = METRICS[id];
      if (!metric) throw new Error(`the oracle knows no metric ${id}`);
      return 'ratio' in metric ? metric.ratio : [id];
    }),
  ),
];

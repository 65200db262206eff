// Returns, cancellations, deadlines and what creators sell: figures of reports against sums over TikTok's own records.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import { breathe } from '../../dev/simulator/start';
import type { ReportInput } from '../../src/shared/report';
import { connect, DAY, HOUR, type Office, openOffice } from './office';

const NOW = Date.UTC(2026, 4, 20, 15);
const SECONDS = NOW / 1000;
const MAY = '2026-04-20..2026-05-19';
const [SINCE, UNTIL] = [Date.UTC(2026, 3, 20) / 1000, Date.UTC(2026, 4, 20) / 1000];
const inMay = (time: number | undefined): boolean => time !== undefined && time >= SINCE && time < UNTIL;

let office: Office;
let client: Client;
let shop: { id: string; cipher: string };
beforeAll(async () => {
  office = await openOffice(
    { seed: 'returns', shops: ['US'], orders: 5000, since: '2025-12-01', until: '2026-12-01' },
    { now: NOW },
  );
  await connect(office);
  client = await plainClient(office.simulator.url, { now: NOW });
  await breathe();
  shop = (await client.shops())[0]!;
});
afterAll(() => office.stop());

interface Unit {
  id: string;
  product_name: string;
  product_id: string;
}
interface Order {
  id: string;
  status: string;
  create_time: number;
  paid_time?: number;
  rts_time?: number;
  collection_time?: number;
  delivery_time?: number;
  cancel_time?: number;
  rts_sla_time?: number;
  tts_sla_time?: number;
  payment: { total_amount: string };
  line_items: Unit[];
}
interface Refund {
  refund_total: string;
  refund_tax: string;
}
interface Return {
  return_id: string;
  order_id: string;
  return_status: string;
  return_reason_text: string;
  create_time: number;
  update_time: number;
  refund_amount?: Refund;
  discount_amount?: { product_seller_discount: string }[];
  shipping_fee_amount?: { seller_paid_return_shipping_fee: string }[];
  return_line_items: { order_line_item_id: string; product_name: string; refund_amount?: Refund }[];
}
interface Cancellation {
  cancel_id: string;
  order_id: string;
  cancel_status: string;
  cancel_reason_text: string;
  create_time: number;
  update_time: number;
  refund_amount: Refund;
  cancel_line_items: { order_line_item_id: string }[];
}
interface AffiliateOrder {
  id: string;
  create_time: number;
  skus: {
    product_id: string;
    quantity: number;
    price: { amount: string };
    creator_username: string;
    commission_rate: string;
    estimated_commission_base: { amount: string };
    estimated_paid_commission: { amount: string };
    actual_paid_commission: { amount?: string };
  }[];
}

/** All records of a list that were created up to now, page by page. */
async function all<Record>(
  path: string,
  list: string,
  query: { [name: string]: string } = {},
): Promise<Record[]> {
  const found: Record[] = [];
  await breathe();
  let token = '';
  client.time.now = office.runtime.clock.now();
  do {
    const page = { shop_cipher: shop.cipher, page_size: '50', ...query, ...(token && { page_token: token }) };
    const data = await client.data('POST', path, page, {});
    found.push(...((data[list] ?? []) as Record[]));
    token = String(data['next_page_token'] ?? '');
  } while (token !== '');
  return found;
}
const orders = () =>
  all<Order>('/order/202309/orders/search', 'orders', {
    page_size: '100',
    sort_field: 'create_time',
    sort_order: 'ASC',
  });
const returns = () => all<Return>('/return_refund/202602/returns/search', 'return_orders');
const cancellations = () => all<Cancellation>('/return_refund/202602/cancellations/search', 'cancellations');
const affiliates = () => all<AffiliateOrder>('/affiliate_seller/202410/orders/search', 'orders');

const cents = (amount: string | undefined): number => Math.round(Number(amount ?? 0) * 100);
const sum = <One>(list: readonly One[], of: (one: One) => number): number =>
  list.reduce((total, one) => total + of(one), 0);
const money = (amount: number): string => (amount / 100).toFixed(2);

const report = (metrics: string, dimensions = '', more: Partial<ReportInput> = {}): ReportInput => ({
  name: `${metrics} by ${dimensions}`.slice(0, 90),
  shops: [shop.id],
  metrics: metrics.split(' '),
  dimensions: dimensions === '' ? [] : dimensions.split(' '),
  range: MAY,
  zone: 'UTC',
  ...more,
});
const rowsOf = (asked: ReportInput) => {
  office.run(asked);
  return office.answer(asked).rows;
};

test('refunds count when they are completed, those of returns and cancellations together, each in all its parts', async () => {
  const done = (await returns()).filter(
    ({ return_status, update_time }) => return_status.endsWith('COMPLETE') && inMay(update_time),
  );
  const cancelled = (await cancellations()).filter(
    ({ cancel_status, update_time }) => cancel_status.endsWith('COMPLETE') && inMay(update_time),
  );
  const [ofReturns, ofCancellations] = [
    sum(done, ({ refund_amount }) => cents(refund_amount?.refund_total)),
    sum(cancelled, ({ refund_amount }) => cents(refund_amount.refund_total)),
  ];
  expect([ofReturns > 0, ofCancellations > 0]).toEqual([true, true]);
  const tax = (list: readonly { refund_amount?: Refund }[]) =>
    sum(list, ({ refund_amount }) => cents(refund_amount?.refund_tax));
  expect(
    rowsOf(
      report(
        'refund_amount return_refund_amount cancellation_refund_amount refund_tax refunded_seller_discount return_shipping_paid_by_seller',
      ),
    ),
  ).toEqual([
    [
      money(ofReturns + ofCancellations),
      money(ofReturns),
      money(ofCancellations),
      money(tax(done) + tax(cancelled)),
      money(sum(done, ({ discount_amount }) => cents(discount_amount?.[0]?.product_seller_discount))),
      money(
        sum(done, ({ shipping_fee_amount }) =>
          cents(shipping_fee_amount?.[0]?.seller_paid_return_shipping_fee),
        ),
      ),
    ],
  ]);
});

test('refunds by day and by product add up to the same', () => {
  const total = cents(String(rowsOf(report('return_refund_amount'))[0]?.[0]));
  for (const by of ['date', 'product_name', 'product_id', 'return_reason_text', 'warehouse_id']) {
    const rows = rowsOf(report('return_refund_amount', by));
    expect([by, sum(rows, (row) => cents(String(row[1])))]).toEqual([by, total]);
    expect([by, rows.filter(([label]) => label === null)]).toEqual([by, []]);
  }
});

test('the return rate of orders counts what came back since, also after the range', async () => {
  const earlier = '2026-03-01..2026-03-31';
  const [since, until] = [Date.UTC(2026, 2, 1) / 1000, Date.UTC(2026, 3, 1) / 1000];
  const sold = (await orders()).filter(
    ({ paid_time }) => paid_time !== undefined && paid_time >= since && paid_time < until,
  );
  const names = new Map(
    sold.flatMap(({ line_items }) => line_items).map(({ id, product_name }) => [id, product_name]),
  );
  const back = new Map<string, Set<string>>();
  let later = 0;
  for (const { return_status, return_line_items, create_time } of await returns()) {
    if (/REJECT|CANCEL/.test(return_status)) continue;
    for (const { order_line_item_id: id } of return_line_items) {
      const name = names.get(id);
      if (name === undefined) continue;
      back.set(name, (back.get(name) ?? new Set()).add(id));
      if (create_time >= until) later++;
    }
  }
  expect(later).toBeGreaterThan(0);
  const rows = rowsOf(
    report('items_sold returned_items_of_orders return_rate', 'product_name', { range: earlier }),
  );
  const count = (name: unknown) => [...names.values()].filter((one) => one === name).length;
  expect(rows.map(([name]) => name).sort()).toEqual([...new Set(names.values())].sort());
  for (const [name, items, returned, rate] of rows) {
    const [all, some] = [count(name), back.get(String(name))?.size ?? 0];
    expect([name, items, returned, rate]).toEqual([name, all, some, some / all]);
  }
});

test('net GMV takes nothing away twice, by whatever time', async () => {
  const [every, gone, cancelled] = [await orders(), await returns(), await cancellations()];
  for (const [time, placed] of [
    [undefined, ({ paid_time }: Order) => inMay(paid_time)],
    ['create_time', ({ create_time, paid_time }: Order) => paid_time !== undefined && inMay(create_time)],
  ] as const) {
    const sold = every.filter(placed);
    const kept = new Set(sold.filter(({ status }) => status !== 'CANCELLED').map(({ id }) => id));
    const total = (list: readonly Order[]) => sum(list, ({ payment }) => cents(payment.total_amount));
    const refunds = (list: readonly { order_id: string; refund_amount?: Refund }[]) =>
      sum(
        list.filter(({ order_id }) => kept.has(order_id)),
        ({ refund_amount }) => cents(refund_amount?.refund_total),
      );
    const lost = total(sold.filter(({ status }) => status === 'CANCELLED'));
    const back =
      refunds(gone.filter(({ return_status }) => return_status.endsWith('COMPLETE'))) +
      refunds(cancelled.filter(({ cancel_status }) => cancel_status.endsWith('COMPLETE')));
    expect([lost > 0, back > 0]).toEqual([true, true]);
    expect(rowsOf(report('gmv cancelled_gmv net_gmv', '', time === undefined ? {} : { time }))).toEqual([
      [money(total(sold)), money(lost), money(total(sold) - lost - back)],
    ]);
  }
});

test('orders are cancelled by the time they were placed, and by the day of it; reasons come in English', async () => {
  const every = await orders();
  const isCancelled = ({ status }: Order) => status === 'CANCELLED';
  const placed = every.filter(({ create_time }) => inMay(create_time));
  const of = placed.filter(isCancelled).length;
  const on = every.filter((order) => isCancelled(order) && inMay(order.cancel_time)).length;
  expect(rowsOf(report('orders cancelled_orders cancel_rate cancelled_orders_by_cancel_date'))).toEqual([
    [placed.length, of, of / placed.length, on],
  ]);
  const asked = (await cancellations()).filter(({ create_time }) => inMay(create_time));
  const reasons = new Map<string, [number, number]>();
  for (const { cancel_reason_text: why, cancel_line_items, cancel_status } of asked) {
    const [requests, items] = reasons.get(why) ?? [0, 0];
    const through = /_(SUCCESS|COMPLETE)$/.test(cancel_status) ? cancel_line_items.length : 0;
    reasons.set(why, [requests + 1, items + through]);
  }
  expect(rowsOf(report('cancellations cancelled_items', 'cancellation_reason_text')).sort()).toEqual(
    [...reasons].map(([why, counts]) => [why, ...counts]).sort(),
  );
});

test('hours to each step are exact means, and deadlines are held against the time of the answer', async () => {
  const range = '2026-04-20..2026-05-20';
  const asked = report(
    'hours_to_ship hours_to_collection hours_to_delivery late_shipment_orders due_shipment_orders late_handover_orders orders_to_ship orders_due_in_24_hours orders_overdue',
    '',
    { range },
  );
  const [row] = rowsOf(asked);
  const now = Math.floor(office.runtime.clock.now() / 1000);
  const sold = (await orders()).filter(
    ({ paid_time = 0 }) => paid_time >= SINCE && paid_time < UNTIL + 86_400,
  );
  const mean = (time: 'rts_time' | 'collection_time' | 'delivery_time') => {
    const came = sold.filter((order) => order[time] !== undefined);
    return sum(came, (order) => (order[time] as number) - (order.paid_time as number)) / came.length / 3600;
  };
  const late = (time: 'rts_time' | 'collection_time', due: 'rts_sla_time' | 'tts_sla_time') =>
    sold.filter((order) => {
      const [at, until] = [order[time], order[due]];
      if (until === undefined) return false;
      return at === undefined
        ? order.status !== 'CANCELLED' && order.status !== 'ON_HOLD' && now > until
        : at > until;
    }).length;
  const open = sold.filter(({ status }) => /^(AWAITING_SHIPMENT|PARTIALLY_SHIPPING)$/.test(status));
  const due = sold.filter(
    ({ rts_time, rts_sla_time, status }) =>
      rts_sla_time !== undefined &&
      (rts_time !== undefined || (status !== 'CANCELLED' && now > rts_sla_time)),
  );
  const expected = [
    mean('rts_time'),
    mean('collection_time'),
    mean('delivery_time'),
    late('rts_time', 'rts_sla_time'),
    due.length,
    late('collection_time', 'tts_sla_time'),
    open.length,
    open.filter(({ rts_sla_time = 0 }) => rts_sla_time >= now && rts_sla_time <= now + 86_400).length,
    open.filter(({ rts_sla_time = now }) => rts_sla_time < now).length,
  ];
  expect(Math.min(...expected.slice(0, 8))).toBeGreaterThan(0);
  expected.forEach((value, i) => {
    expect(row?.[i]).toBeCloseTo(value, 9);
  });
});

test('what creators sell: one row a variant, commission by the rate, settled amounts only where TikTok tells them', async () => {
  const sold = (await affiliates()).filter(({ create_time }) => inMay(create_time));
  const creators = new Map<string, number[]>();
  for (const { skus } of sold)
    for (const { creator_username: name, quantity, price, ...sku } of skus) {
      const before = creators.get(name) ?? [0, 0, 0, 0, 0];
      const more = [
        quantity * cents(price.amount),
        quantity,
        cents(sku.estimated_commission_base.amount),
        cents(sku.estimated_paid_commission.amount),
        cents(sku.actual_paid_commission.amount),
      ];
      creators.set(
        name,
        before.map((value, i) => value + (more[i] as number)),
      );
    }
  expect(creators.size).toBeGreaterThan(3);
  const rows = rowsOf(
    report(
      'affiliate_gmv affiliate_items estimated_commission_base estimated_commission actual_commission affiliate_commission_rate',
      'creator_username',
    ),
  );
  expect(rows.length).toBe(creators.size);
  for (const [name, gmv, items, base, estimated, actual, rate] of rows) {
    const [a, b, c, d, e] = creators.get(String(name)) as [number, number, number, number, number];
    expect([gmv, items, base, estimated, actual]).toEqual([money(a), b, money(c), money(d), money(e)]);
    expect(rate).toBeCloseTo(d / c, 12);
  }
  const rates = rowsOf(report('affiliate_items', 'commission_rate')).map(([value]) => value);
  expect(rates.sort()).toEqual(
    [...new Set(sold.flatMap(({ skus }) => skus.map((sku) => Number(sku.commission_rate) / 10_000)))].sort(),
  );
});

test('records that change are read again: of returns by their changes, of affiliate orders by the last sixty days', async () => {
  office.runtime.clock.advance(9 * DAY + 2 * HOUR);
  const done = (await returns()).filter(
    ({ return_status, update_time }) =>
      return_status.endsWith('COMPLETE') && update_time < UNTIL + 10 * 86_400,
  );
  const since = Date.UTC(2026, 3, 20) / 1000;
  const until = Date.UTC(2026, 4, 29) / 1000;
  const range = '2026-04-20..2026-05-28';
  expect(rowsOf(report('return_refund_amount', '', { range }))).toEqual([
    [
      money(
        sum(
          done.filter(({ update_time }) => update_time >= since && update_time < until),
          ({ refund_amount }) => cents(refund_amount?.refund_total),
        ),
      ),
    ],
  ]);
  const settled = (await affiliates())
    .filter(({ create_time }) => inMay(create_time))
    .flatMap(({ skus }) => skus);
  expect(rowsOf(report('actual_commission'))).toEqual([
    [money(sum(settled, (sku) => cents(sku.actual_paid_commission.amount)))],
  ]);
  expect(SECONDS).toBeLessThan(until);
});

test('without the permission the report names it, and orders are not held up', async () => {
  await office.simulator.control('grantScopes', {
    scopes: ['seller.authorization.info', 'seller.order.info'],
  });
  office.runtime.clock.advance(2 * HOUR);
  for (const metric of ['returns', 'affiliate_gmv']) {
    const { id } = office.call('startRun', { report: report(metric) });
    expect(office.reply('continueRun', { runId: id })).toMatchObject({
      ok: false,
      problem: { code: 'missing_scope' },
    });
  }
  expect(rowsOf(report('gmv'))).toHaveLength(1);
});

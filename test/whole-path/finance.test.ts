// From statements to the bank: every amount is what TikTok's lists add up to, read page by page by somebody else.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import { READY } from '../../src/server/catalog/ready';
import { REGIONS } from '../../src/server/sample/regions';
import type { Answer } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { connect, DAY, type Office, openOffice } from './office';

const NOW = Date.UTC(2026, 4, 20, 9);
const SECOND = Math.floor(NOW / 1000);
const RANGE = '2026-03-01..2026-05-20';
const SINCE = Date.UTC(2026, 2, 1) / 1000;
const MONEY = /_amount$|_fee$|_commission$/;

interface Transaction {
  id: string;
  type: string;
  order_id?: string;
  settlement_amount?: string;
  reserve_amount?: string;
  revenue_amount?: string;
  shipping_cost_breakdown?: Record<string, unknown>;
  fee_tax_breakdown?: { fee: Record<string, string>; tax: Record<string, string> };
}
interface Statement {
  id: string;
  statement_time: number;
  settlement_amount: string;
  revenue_amount?: string;
  net_sales_amount?: string;
  payment_status: string;
  transactions: Transaction[];
}
interface Money {
  value: string;
  currency: string;
}
interface Payment {
  id: string;
  status: string;
  amount: Money;
  settlement_amount: Money;
  payment_amount_before_exchange: Money;
}
interface Shop {
  id: string;
  name: string;
  region: string;
  statements: Statement[];
  payments: Payment[];
  withdrawals: { type: string; amount: string }[];
  unsettled: { order_id: string; est_settlement_amount: string; order_create_time: number }[];
}

let office: Office;
let client: Client;
let shops: Shop[];
let fresh: string;

/** A whole list, one page after another. */
async function listed<Record>(
  path: string,
  list: string,
  query: { [name: string]: string },
): Promise<Record[]> {
  const found: Record[] = [];
  let token = '';
  do {
    const data = await client.data('GET', path, { ...query, ...(token ? { page_token: token } : {}) });
    found.push(...((data[list] ?? []) as Record[]));
    token = String(data['next_page_token'] ?? '');
  } while (token !== '');
  return found;
}

const bounds = (name: string) => ({ [`${name}_ge`]: String(SINCE), [`${name}_lt`]: String(SECOND) });

async function dumped({ id, name, region }: { id: string; name: string; region: string }): Promise<Shop> {
  const cipher = (await client.shops()).find((shop) => shop.id === id)!.cipher;
  const page = { shop_cipher: cipher, page_size: '100' };
  const statements = await listed<Statement>('/finance/202309/statements', 'statements', {
    ...page,
    ...bounds('statement_time'),
    sort_field: 'statement_time',
  });
  for (const statement of statements)
    statement.transactions = await listed(
      `/finance/202501/statements/${statement.id}/statement_transactions`,
      'transactions',
      { ...page, sort_field: 'order_create_time' },
    );
  return {
    ...{ id, name, region, statements },
    payments: await listed('/finance/202605/payments', 'payments', {
      ...page,
      ...bounds('create_time'),
      sort_field: 'create_time',
    }),
    withdrawals: await listed('/finance/202309/withdrawals', 'withdrawals', {
      ...page,
      ...bounds('create_time'),
      types: 'WITHDRAW,SETTLE,TRANSFER,REVERSE',
    }),
    unsettled: await listed('/finance/202507/orders/unsettled', 'transactions', {
      ...page,
      sort_field: 'order_create_time',
    }),
  };
}

beforeAll(async () => {
  office = await openOffice(
    {
      seed: 'finance',
      shops: REGIONS.map(({ code }) => code),
      orders: 2400,
      since: '2026-01-10',
      until: '2026-07-01',
    },
    { now: NOW },
  );
  const connected = (await connect(office)).shops;
  client = await plainClient(office.simulator.url, { now: NOW });
  shops = [];
  for (const shop of connected.filter(({ id }) => id !== 'sample'))
    shops.push(await dumped({ id: shop.id, name: shop.name, region: shop.region }));
  fresh = office.runtime.snapshot();
  await office.simulator.control('keep', {});
}, 120_000);
afterAll(() => office.stop());
beforeEach(async () => {
  office.runtime.restore(fresh);
  await office.simulator.control('recall', {});
  client.time.now = NOW;
});

/** Cents, so that nothing is rounded on the way. */
const cents = (text: unknown): number => Math.round(Number(text ?? 0) * 100);
const sum = (texts: Iterable<unknown>): number =>
  [...texts].reduce<number>((all, text) => all + cents(text), 0);

/** The rows of an answer by column. */
const named = ({ columns, rows }: Answer): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!.id, cell])));

function asked(report: Partial<ReportInput>, of: readonly Shop[] = shops): Record<string, unknown>[] {
  const input = {
    ...{ name: 'Payouts', shops: of.map(({ id }) => id), metrics: [], dimensions: [], range: RANGE },
    ...report,
  };
  const { result } = office.run(input);
  expect(result?.notes.filter((note) => /not loaded|no longer/.test(note))).toEqual([]);
  return named(office.answer(input));
}
const readyMade = (name: string) => READY.find((one) => one.name === name)!.report;
const shop = (region: string): Shop => shops.find((one) => one.region === region)!;
const transactionsOf = ({ statements }: Shop) => statements.flatMap(({ transactions }) => transactions);

test('the payout bridge adds up to the last cent, each day and in every market, and to what TikTok lists', () => {
  const { metrics } = readyMade('Payout Bridge');
  const rows = asked({ metrics, dimensions: ['shop_name', 'date'] });
  expect(new Set(rows.map(({ shop_name: name }) => name)).size).toBe(REGIONS.length);
  const steps = metrics.filter((id) => id !== 'net_payout' && id !== 'payout_check');
  for (const row of rows) {
    expect([row['shop_name'], row['date'], cents(row['payout_check'])]).toEqual([
      row['shop_name'],
      row['date'],
      0,
    ]);
    expect(sum(steps.map((id) => row[id]))).toBe(cents(row['net_payout']));
  }
  const expected = shops.flatMap(({ name, statements }) =>
    statements.map(({ statement_time: time, transactions }) => [
      name,
      new Date(time * 1000).toISOString().slice(0, 10),
      sum(transactions.map(({ settlement_amount: amount }) => amount)),
    ]),
  );
  expect(rows.map((row) => [row['shop_name'], row['date'], cents(row['net_payout'])]).sort()).toEqual(
    expected.sort(),
  );
  expect(expected.length).toBeGreaterThan(300);
  for (const id of [
    'refund_subtotal_before_discount',
    'return_shipping_fee',
    'settled_adjustment',
    'other_fees',
  ])
    expect(rows.some((row) => cents(row[id]) !== 0)).toBe(true);
});

test('statements come to what their transactions come to, whatever the market calls revenue', () => {
  const rows = asked({
    metrics: ['settlement_amount', 'revenue_amount', 'shipping_cost_amount', 'net_payout', 'settled_revenue'],
    dimensions: ['shop_region', 'statement_id', 'statement_day'],
  });
  const all = new Map(shops.flatMap(({ statements }) => statements.map((one) => [one.id, one] as const)));
  expect(rows).toHaveLength(all.size);
  for (const row of rows) {
    const statement = all.get(String(row['statement_id']))!;
    expect(row['statement_day']).toBe(new Date(statement.statement_time * 1000).toISOString().slice(0, 10));
    expect(cents(row['settlement_amount'])).toBe(cents(statement.settlement_amount));
    expect(cents(row['settlement_amount'])).toBe(cents(row['net_payout']));
    expect(cents(row['revenue_amount'])).toBe(cents(row['settled_revenue']));
    if (row['shop_region'] === 'VN') expect(cents(row['shipping_cost_amount'])).toBe(0);
  }
  expect(shop('US').statements.every((one) => one.revenue_amount === undefined)).toBe(true);
  expect(
    rows.filter((row) => row['shop_region'] === 'US' && cents(row['revenue_amount']) > 0).length,
  ).toBeGreaterThan(9);
});

test('every fee has its own name, also one that nobody here knows, and nothing counts twice', () => {
  const rows = asked({ metrics: ['fee_line_amount'], dimensions: ['shop_region', 'fee_kind', 'fee_type'] });
  const expected = new Map<string, number>();
  for (const { region, ...one } of shops)
    for (const { fee_tax_breakdown: told, shipping_cost_breakdown: shipping } of transactionsOf({
      region,
      ...one,
    }))
      for (const [kind, list] of Object.entries({ Fee: told?.fee, Tax: told?.tax, Shipping: shipping }))
        for (const [key, amount] of Object.entries(list ?? {})) {
          if (!MONEY.test(key) || Number(amount) === 0) continue;
          const type = key[0]!.toUpperCase() + key.slice(1).replace('_amount', '').replaceAll('_', ' ');
          const place = `${region} ${kind} ${type}`;
          expected.set(place, (expected.get(place) ?? 0) + cents(amount));
        }
  const found = rows
    .filter((row) => cents(row['fee_line_amount']) !== 0)
    .map((row) => [
      `${row['shop_region']} ${row['fee_kind']} ${row['fee_type']}`,
      cents(row['fee_line_amount']),
    ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  expect([...expected.keys()]).toContain('VN Fee Cps shop ads commission tax');
  // The commission before tax is there by its name, and counts nothing: the commission has it.
  const before = rows.filter((row) => row['fee_type'] === 'Affiliate commission before pit');
  expect(before.length).toBeGreaterThan(0);
  for (const row of before) expect(cents(row['fee_line_amount'])).toBe(0);
  const fees = asked({ metrics: ['fees_and_taxes', 'settled_shipping_cost'], dimensions: ['shop_region'] });
  for (const row of fees) {
    const parts = [...expected].filter(([place]) => place.startsWith(String(row['shop_region'])));
    expect(cents(row['fees_and_taxes']) + cents(row['settled_shipping_cost'])).toBe(
      parts.reduce((all, [, amount]) => all + amount, 0),
    );
  }
});

test('rates are worked out from sums, by order too, and an adjustment goes with its order', () => {
  const us = shop('US');
  const [row] = asked(
    { metrics: ['take_rate', 'fees_charged', 'subtotal_before_discount', 'settled_orders'] },
    [us],
  );
  expect(Number(row!['take_rate'])).toBeCloseTo(
    Number(row!['fees_charged']) / Number(row!['subtotal_before_discount']),
    4,
  );
  expect(Number(row!['take_rate'])).toBeGreaterThan(0.05);
  const orders = asked(
    { metrics: ['net_payout', 'reserve_amount'], dimensions: ['order_id', 'create_time'] },
    [us],
  );
  const adjusted = transactionsOf(us).filter(({ type }) => !['ORDER', 'RESERVE'].includes(type));
  expect(adjusted.length).toBeGreaterThan(1);
  const without = orders.filter((one) => one['order_id'] === null);
  expect(sum(without.map((one) => one['net_payout']))).toBe(
    sum(adjusted.filter(({ type }) => type === 'PLATFORM_PENALTY').map((one) => one.settlement_amount)),
  );
  expect(orders.filter((one) => one['order_id'] !== null)).toHaveLength(Number(row!['settled_orders']));
  expect(sum(orders.map((one) => one['reserve_amount']))).toBe(
    sum(transactionsOf(us).map(({ reserve_amount: amount }) => amount)),
  );
});

test('a statement belongs to its day in UTC, and none is missed where the report’s days begin later', () => {
  const us = shop('US');
  const report = { metrics: ['net_payout'], dimensions: ['date'], range: '2026-04-02..2026-04-20' };
  const inUtc = asked(report, [us]);
  office.runtime.restore(fresh);
  expect(asked({ ...report, zone: 'America/Los_Angeles' }, [us])).toEqual(inUtc);
  expect(inUtc[0]?.['date']).toBe('2026-04-02');
});

test('payments keep their two currencies apart, and those on the way are read again', () => {
  const gb = shop('GB');
  const report = { ...readyMade('Payments'), range: RANGE };
  const total = (rows: Record<string, unknown>[], id: string, currency: string) =>
    sum(rows.filter((row) => row['currency'] === currency).map((row) => row[id]));
  const rows = asked(report, [gb]);
  expect(total(rows, 'payment_amount', 'CNY')).toBe(sum(gb.payments.map(({ amount }) => amount.value)));
  expect(total(rows, 'payment_settlement', 'GBP')).toBe(
    sum(gb.payments.map(({ settlement_amount: { value } }) => value)),
  );
  const us = asked({ metrics: ['payment_reserve', 'payment_amount'] }, [shop('US')]);
  expect(cents(us[0]!['payment_reserve'])).toBe(
    sum(shop('US').payments.map((one) => one.payment_amount_before_exchange.value)) -
      sum(shop('US').payments.map((one) => one.settlement_amount.value)),
  );
  const statuses = (list: Record<string, unknown>[]) => list.map((row) => row['payment_status']);
  expect(statuses(rows)).toContain('PROCESSING');
  office.runtime.clock.advance(10 * DAY);
  expect(statuses(asked(report, [gb]))).not.toContain('PROCESSING');
  // What is still not paid a month later was nothing to be paid.
  const late = { metrics: ['settlement_amount'], dimensions: ['payment_status', 'payment_id'], range: RANGE };
  for (const row of asked(late, [gb]))
    expect([row['payment_status'], row['payment_id'] === null]).toEqual(
      Number(row['settlement_amount']) > 0 ? ['PAID', false] : ['PROCESSING', true],
    );
});

test('where TikTok has no payments nobody asks for them, and the report says so', async () => {
  await office.simulator.control('log', { clear: true });
  const report = { metrics: ['payment_amount'], dimensions: ['shop_region'] };
  const input = { name: 'P', shops: [shop('VN').id, shop('DE').id], range: RANGE, ...report };
  const { result } = office.run(input);
  expect(result?.notes.join()).toContain(`${shop('VN').name}: TikTok has no payments in this market.`);
  const { entries } = await office.simulator.control('log', {});
  const asked = entries.filter(({ path }) => path === '/finance/202605/payments');
  const ciphers = new Map((await client.shops()).map(({ id, cipher }) => [cipher, id]));
  expect(new Set(asked.map(({ shopCipher }) => ciphers.get(shopCipher ?? '')))).toEqual(
    new Set([shop('DE').id]),
  );
  // A backfill goes past it too.
  office.call('startBackfill', { shop: shop('VN').id, since: '2026-05-01' });
  let backfill = office.call('continueBackfill', { shop: shop('VN').id });
  while (!backfill.finished) backfill = office.call('continueBackfill', { shop: shop('VN').id });
  expect(asked.length).toBeGreaterThan(0);
});

test('withdrawals are told by type, and only money that went to the bank counts as withdrawn', () => {
  const rows = asked({
    metrics: ['withdrawal_amount', 'withdrawn_amount'],
    dimensions: ['shop_region', 'withdrawal_type'],
  });
  for (const { region, withdrawals } of shops)
    for (const type of new Set(withdrawals.map((one) => one.type))) {
      const row = rows.find((one) => one['shop_region'] === region && one['withdrawal_type'] === type)!;
      const amount = sum(withdrawals.filter((one) => one.type === type).map((one) => one.amount));
      expect([region, type, cents(row['withdrawal_amount'])]).toEqual([region, type, amount]);
      expect(cents(row['withdrawn_amount'])).toBe(type === 'WITHDRAW' ? amount : 0);
    }
});

test('what is unsettled is as it is now: once settled it is in a statement and nowhere else', () => {
  const vn = shop('VN');
  const report = { ...readyMade('Unsettled Orders'), range: '2026-01-01..2026-06-30' };
  const rows = asked(report, [vn]);
  expect(rows).toHaveLength(vn.unsettled.length);
  expect(sum(rows.map((row) => row['unsettled_settlement']))).toBe(
    sum(vn.unsettled.map((one) => one.est_settlement_amount)),
  );
  expect(
    rows.some((row) => row['settlement_terms'] !== null && row['expected_settlement_time'] === null),
  ).toBe(true);
  expect(
    rows.some((row) => row['settlement_terms'] === null && row['expected_settlement_time'] !== null),
  ).toBe(true);
  office.runtime.clock.advance(30 * DAY);
  const later = new Set(asked(report, [vn]).map((row) => row['order_id']));
  const settled = asked({ metrics: ['net_payout'], dimensions: ['order_id'], range: 'last_60_days' }, [vn]);
  const before = rows.map((row) => row['order_id']);
  expect(settled.filter((row) => before.includes(row['order_id'])).length).toBeGreaterThan(10);
  for (const row of settled) expect(later.has(row['order_id'])).toBe(false);
});

test('the transactions of a statement are asked for once, save those of the latest days', async () => {
  const calls = async () => {
    const { entries } = await office.simulator.control('log', { clear: true });
    return entries.filter(({ path }) => path.endsWith('/statement_transactions')).length;
  };
  const vn = shop('VN');
  await calls();
  asked({ metrics: ['net_payout'] }, [vn]);
  expect(await calls()).toBeGreaterThan(30);
  office.runtime.clock.advance(DAY);
  const id = office.call('overview', null).reports[0]!.definition.id;
  office.run({ reportId: id });
  expect(await calls()).toBeLessThanOrEqual(4);
});

test('without the permission such a report names it, and orders are not held up', async () => {
  const scopes = ['seller.authorization.info', 'seller.order.info'];
  const before = await office.simulator.control('grantScopes', { scopes });
  expect(before).toBeDefined();
  const input = { name: 'P', shops: [shop('DE').id], metrics: ['net_payout'], dimensions: [], range: RANGE };
  const { id } = office.call('startRun', { report: input });
  expect(office.reply('continueRun', { runId: id })).toMatchObject({
    ok: false,
    problem: { code: 'missing_scope' },
  });
  expect(asked({ metrics: ['gmv'] }, [shop('DE')])).toHaveLength(1);
});

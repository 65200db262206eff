// Customers by the month of their first purchase, and by the months since: held against the orders themselves.
import { type Client, connect as plainClient } from '../../dev/simulator/client';
import type { ReportInput } from '../../src/shared/report';
import { connect, type Office, openOffice } from './office';
import { recordsOf } from './records';

const NOW = Date.UTC(2026, 5, 17, 9);

let office: Office;
let client: Client;
let shop: string;
beforeAll(async () => {
  office = await openOffice(
    { seed: 'cohorts', shops: ['VN'], orders: 1500, since: '2026-01-01', until: '2026-06-17' },
    { now: NOW },
  );
  shop = (await connect(office)).shops[0]!.id;
  client = await plainClient(office.simulator.url, { now: NOW });
});
afterAll(() => office.stop());

interface Sale {
  buyer: string;
  at: number;
  cents: number;
  items: number;
}
let known: Sale[] | undefined;
/** Everything sold, oldest first, by plain calls. */
async function sales(): Promise<Sale[]> {
  if (known) return known;
  const shops = office.call('overview', null).shops.slice(0, 1);
  const [found] = await recordsOf(client, shops, { first: '2026-01-01', last: '2026-06-17', now: NOW });
  interface Order {
    user_id: string;
    status: string;
    is_cod: boolean;
    create_time: number;
    paid_time?: number;
    payment: { total_amount: string };
    line_items: unknown[];
  }
  known = (found!.records as unknown as Order[])
    .flatMap((order): Sale[] => {
      const { is_cod, status, create_time, paid_time } = order;
      const counted = is_cod
        ? paid_time !== undefined || !/UNPAID|ON_HOLD/.test(status)
        : paid_time !== undefined;
      if (!counted) return [];
      const at = is_cod ? create_time : paid_time!;
      const cents = Math.round(Number(order.payment.total_amount) * 100);
      return [{ buyer: order.user_id, at, cents, items: order.line_items.length }];
    })
    .sort((a, b) => a.at - b.at);
  return known;
}
const monthIn = (hours: number) => (at: number) =>
  new Date((at + hours * 3600) * 1000).toISOString().slice(0, 7);
const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Sales by first month and months since, as `seen` sums them up; only those from a month on. */
async function cohorts<Sum>(
  hours: number,
  from: string,
  seen: (list: readonly Sale[]) => Sum,
): Promise<[string, number, Sum][]> {
  const monthOf = monthIn(hours);
  const first = new Map<string, string>();
  const groups = new Map<string, Sale[]>();
  for (const sale of await sales()) {
    const month = monthOf(sale.at);
    const began = first.get(sale.buyer) ?? month;
    first.set(sale.buyer, began);
    if (month < from) continue;
    const key = `${began} ${number(month) - number(began)}`;
    groups.set(key, [...(groups.get(key) ?? []), sale]);
  }
  return [...groups]
    .map(([key, list]): [string, number, Sum] => [key.slice(0, 7), Number(key.slice(8)), seen(list)])
    .sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
}

const report = (metrics: string[], more: Partial<ReportInput> = {}): ReportInput => ({
  name: `Cohorts ${metrics}`,
  shops: [shop],
  metrics,
  dimensions: ['first_purchase_month', 'months_since_first_purchase'],
  range: '2026-01-01..2026-06-17',
  zone: 'UTC',
  ...more,
});
const rowsOf = (input: ReportInput) => {
  office.run(input);
  return office.answer(input);
};
const people = (list: readonly Sale[]) => new Set(list.map(({ buyer }) => buyer)).size;
const amount = (list: readonly Sale[]) => list.reduce((sum, { cents }) => sum + cents, 0);

test.each([
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', 7],
] as const)(
  'customers are counted once in each month of each cohort, by months of %s',
  async (zone, hours) => {
    const { rows, notes } = rowsOf(report(['customers'], { zone, totals: true }));
    const expected = await cohorts(hours, '2026-01', people);
    expect(rows.slice(0, -1)).toEqual(expected);
    expect(rows.at(-1)).toEqual(['Total', null, people(await sales())]);
    expect(expected.length).toBeGreaterThan(12);
    expect(notes).toContainEqual(expect.stringMatching(/before them is not known/));
  },
);

test('a report of later months knows the first purchases before them', async () => {
  const { rows } = rowsOf(report(['customers', 'gmv'], { range: '2026-05-01..2026-06-17' }));
  const expected = await cohorts(0, '2026-05', (list) => [people(list), amount(list)]);
  expect(rows.map(([month, since, n, gmv]) => [month, since, [n, Math.round(Number(gmv) * 100)]])).toEqual(
    expected,
  );
  expect(new Set(rows.map(([month]) => month)).size).toBe(6);
});

test('cohorts are filtered by and split what is finer than orders', async () => {
  const input = report(['items_sold'], {
    dimensions: ['months_since_first_purchase'],
    filters: [{ field: 'first_purchase_month', operator: '=', values: ['2026-02'] }],
  });
  const expected = await cohorts(0, '2026-01', (list) => list.reduce((sum, { items }) => sum + items, 0));
  expect(rowsOf(input).rows).toEqual(
    expected.filter(([month]) => month === '2026-02').map(([, since, items]) => [since, items]),
  );
  const byProduct = rowsOf({ ...input, dimensions: ['product_name'] }).rows;
  expect(byProduct.reduce((sum, [, items]) => sum + Number(items), 0)).toBe(
    expected.reduce((sum, [month, , items]) => sum + (month === '2026-02' ? items : 0), 0),
  );
});

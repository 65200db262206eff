import { dumped, NOW, printedJson } from './command';

const JANUARY = ['--shop', 'sample', '--range', '2026-01-01..2026-01-31', ...NOW];
const since = Date.UTC(2026, 0, 1) / 1000;
const until = Date.UTC(2026, 1, 1) / 1000;

test('orders by day are those that the dumped records count, and so are two filters at once', async () => {
  const [all, some, records] = await Promise.all([
    printedJson(...JANUARY, '--metrics', 'orders', '--by', 'date'),
    printedJson(
      ...[...JANUARY, '--metrics', 'orders', '--by', 'date'],
      ...['--filter', 'order_status!=CANCELLED|UNPAID', '--filter', 'order_status!=DELIVERED'],
    ),
    dumped(...JANUARY),
  ]);
  const created = records.filter(({ create_time: time }) => time >= since && time < until);
  expect(created.length).toBeGreaterThan(500);
  expect(Object.fromEntries(all.rows)).toEqual(countByDay(created));
  const kept = created.filter(({ status }) => !['CANCELLED', 'UNPAID', 'DELIVERED'].includes(status));
  expect(kept.length).toBeGreaterThan(100);
  expect(kept.length).toBeLessThan(created.length);
  expect(Object.fromEntries(some.rows)).toEqual(countByDay(kept));
});

test('rows are sorted as asked, and cut after sorting', async () => {
  const args = [
    ...JANUARY,
    '--metrics',
    'items_sold,gmv',
    '--by',
    'product_name',
    '--sort=-items_sold,product_name',
  ];
  const [all, top] = await Promise.all([printedJson(...args), printedJson(...args, '--limit', '3')]);
  const counts = all.rows.map(([, count]) => Number(count));
  expect(counts.length).toBeGreaterThan(3);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(top.rows).toEqual(all.rows.slice(0, 3));
});

test('the dump has every record with any time in the range, untouched, ids as strings', async () => {
  const records = await dumped('--shop', 'sample', '--range', '2026-01-10', ...NOW);
  const day = Date.UTC(2026, 0, 10) / 1000;
  const inRange = (time: unknown) => Number(time) >= day && Number(time) < day + 86_400;
  expect(records.length).toBeGreaterThan(20);
  for (const record of records) {
    const times = Object.entries(record).filter(([name]) => name.endsWith('_time'));
    expect(times.some(([, time]) => inRange(time))).toBe(true);
    expect(record.id).toMatch(/^\d{17,19}$/);
  }
  // Some were created earlier and only paid, sent or delivered on that day.
  expect(records.some(({ create_time: time }) => !inRange(time))).toBe(true);
});

function countByDay(orders: readonly { create_time: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { create_time: time } of orders) {
    const day = new Date(time * 1000).toISOString().slice(0, 10);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

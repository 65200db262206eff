import type { Request } from '../../dev/report/request';
import { runReport } from '../../dev/report/run-report';
import { startSimulator } from '../../dev/simulator/start';
import { dumped, NOW, printedJson } from './command';

const SIZE = ['--orders', '600', '--shops', '3', '--seed', 'report tests'];
const FEBRUARY = ['--range', '2026-02-01..2026-02-28', ...SIZE, ...NOW];

test('a simulated shop is connected through the consent page and read over HTTP', async () => {
  const [report, records] = await Promise.all([
    printedJson('--shop', 'simulator:1', '--metrics', 'orders', ...FEBRUARY),
    dumped('--shop', 'simulator:1', ...FEBRUARY),
  ]);
  const [since, until] = [Date.UTC(2026, 1, 1) / 1000, Date.UTC(2026, 2, 1) / 1000];
  const created = records.filter(({ create_time: time }) => time >= since && time < until);
  expect(created.length).toBeGreaterThan(10);
  expect(report.rows).toEqual([[created.length]]);
});

test('several shops make one report, and their currencies are not added up', async () => {
  const { columns, rows, notes } = await printedJson(
    ...['--shop', 'simulator:1', '--shop', 'simulator:2', '--shop', 'sample'],
    ...['--metrics', 'gmv,orders', '--by', 'shop_name', ...FEBRUARY],
  );
  expect(columns.map(({ id }) => id)).toEqual(['shop_name', 'currency', 'gmv', 'orders']);
  expect(rows.map(([shop, currency]) => `${shop} ${currency}`).sort()).toEqual([
    'Sample Shop USD',
    'United Kingdom Shop 2 GBP',
    'United States Shop 1 USD',
  ]);
  expect(notes.join()).toContain('never added up');
});

test('--orders is the number of orders in the whole simulator, and the seed decides which', async () => {
  const all = (...args: string[]) =>
    dumped(
      ...['--shop', 'simulator:1', '--shop', 'simulator:2', '--orders', '50', '--shops', '2'],
      ...['--range', '2026-01-01..2026-12-31', '--now', '2027-01-01T00:00:00Z', ...args],
    );
  const [first, again, other] = await Promise.all([all(), all(), all('--seed', 'another')]);
  expect(first).toHaveLength(50);
  expect(again).toEqual(first);
  expect(other.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id));
});

test('what TikTok refuses is told as a problem with its next step', async () => {
  const now = Date.UTC(2026, 2, 1);
  const size = { seed: 'refused', shops: 1, orders: 10 };
  const simulator = await startSimulator({
    story: { ...size, since: '2026-01-01', until: '2026-12-01' },
    now,
  });
  try {
    await simulator.control('app', { scopes: ['seller.authorization.info'] });
    const request: Request = {
      ...{ shops: [{ simulated: 0 }], metrics: ['gmv'], dimensions: [], range: '2026-02-01', zone: 'UTC' },
      ...{
        filters: [],
        sort: [],
        limit: null,
        shape: {},
        rates: null,
        now,
        format: 'json',
        simulator: size,
        dump: null,
      },
    };
    await expect(runReport(request, simulator)).rejects.toMatchObject({
      name: 'Problematic',
      message: expect.stringContaining('Partner Center'),
    });
  } finally {
    await simulator.stop();
  }
});

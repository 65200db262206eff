import { asTsv } from '../../dev/report/print';
import { NOW, printed, printedJson } from './command';

const BY_DATE = ['--shop', 'sample', '--metrics', 'gmv,orders', '--by', 'date', ...NOW];

test('TSV is the fields as header and a line for each row', async () => {
  const lines = (await printed(...BY_DATE, '--range', '2026-01-01..2026-01-03')).split('\n');
  expect(lines[0]).toBe('date\tgmv\torders');
  expect(lines[1]).toMatch(/^2026-01-01\t\d+\.\d\d\t\d+$/);
  expect(lines).toHaveLength(5);
  expect(lines[4]).toBe('');
});

test('JSON is one document with columns, rows and notes, and says the same as TSV', async () => {
  const args = [...BY_DATE, '--range', '2026-01-01..2026-01-03'];
  const [document, tsv] = await Promise.all([printedJson(...args), printed(...args)]);
  expect(Object.keys(document)).toEqual(['columns', 'rows', 'notes']);
  expect(document.columns).toEqual([
    { id: 'date', label: 'Date', type: 'date' },
    { id: 'gmv', label: 'GMV', type: 'money', currency: 'USD' },
    { id: 'orders', label: 'Orders', type: 'integer' },
  ]);
  expect(document.rows[0]).toEqual(['2026-01-01', expect.stringMatching(/^\d+\.\d\d$/), expect.any(Number)]);
  const lines = tsv.trimEnd().split('\n').slice(1);
  expect(document.rows.map((row) => row.join('\t'))).toEqual(lines);
});

test('ids are whole strings, missing values are null', async () => {
  const { rows } = await printedJson(
    ...['--shop', 'sample', '--by', 'order_id,cancel_reason', '--metrics', 'orders', ...NOW],
    ...['--range', '2026-01-01..2026-01-02'],
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const [id] of rows) expect(id).toMatch(/^\d{17,19}$/);
  expect(rows.map(([, reason]) => reason)).toContain(null);
});

test('a preset counts from the given moment in the given zone', async () => {
  const { rows } = await printedJson(...BY_DATE, '--range', 'last_7_days', '--tz', 'America/Los_Angeles');
  // 2026-03-01T00:00Z is still 28 February there.
  expect(rows.map(([date]) => date)).toEqual(
    ['21', '22', '23', '24', '25', '26', '27'].map((day) => `2026-02-${day}`),
  );
});

test('a preset means the days of the given moment, also when the run goes on past midnight', async () => {
  const { rows } = await printedJson(
    ...['--shop', 'sample', '--metrics', 'orders', '--by', 'date', '--range', 'last_7_days'],
    ...['--now', '2026-03-01T23:59:59Z'],
  );
  expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2026-02-22', '2026-02-28']);
});

test('in TSV, tabs, line breaks and backslashes of a text are written as \\t, \\n and \\\\', () => {
  const columns = [
    { id: 'product_name', label: 'Product Name', type: 'text' as const },
    { id: 'gift', label: 'Gift', type: 'boolean' as const },
  ];
  const text = asTsv({ columns, rows: [['a\tb\nc\\d', null]], notes: [] });
  expect(text).toBe('product_name\tgift\na\\tb\\nc\\\\d\t\n');
});

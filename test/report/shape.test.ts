// The options about the shape of a table, as a user types them: the printed document fits the plain report beside it.
import { type Document, NOW, printedJson } from './command';

const FEBRUARY = ['--shop', 'sample', '--range', '2026-02-01..2026-02-28', ...NOW];
const figures = ({ rows }: Document, column: number) => rows.map((row) => Number(row[column]));
const cents = (list: readonly number[]) => Math.round(list.reduce((sum, one) => sum + one, 0) * 100);

test('a pivot with totals has a column for each status, and its total column is the report without it', async () => {
  const asked = [...FEBRUARY, '--metrics', 'gmv,customers', '--by', 'week', '--totals'];
  const [plain, pivoted] = await Promise.all([
    printedJson(...asked),
    printedJson(...asked, '--pivot', 'order_status'),
  ]);
  const ids = pivoted.columns.map(({ id }) => id);
  expect(ids).toContain('gmv[COMPLETED]');
  expect(ids.slice(-2)).toEqual(['gmv[]', 'customers[]']);
  expect(pivoted.rows.map((row) => [row[0], ...row.slice(-2)])).toEqual(plain.rows);
  expect(plain.rows.at(-1)?.[0]).toBe('Total');
  expect(plain.lines?.at(-1)).toBe('total');
});

test('a comparison with itself shows no change, one with the week before does', async () => {
  const asked = [...FEBRUARY, '--metrics', 'gmv,customers,aov', '--by', 'date'];
  const [same, before] = await Promise.all([
    printedJson(...asked, '--compare', '2026-02-01..2026-02-28', '--show', 'change,percent'),
    printedJson(...asked, '--compare', 'previous_period'),
  ]);
  expect(same.columns.map(({ id }) => id).slice(1, 4)).toEqual(['gmv', 'gmv:change', 'gmv:percent']);
  for (const row of same.rows) {
    expect([row[2], row[3], row[5], row[6], row[8], row[9]]).toEqual(['0.00', 0, 0, 0, '0.00', 0]);
  }
  expect(before.notes.join()).toContain('2026-01-01 to 2026-01-31');
  expect(figures(before, 3).some((change) => change !== 0)).toBe(true);
});

test('the rows that a limit cuts off stand together, and with them all adds up to the total', async () => {
  const found = await printedJson(
    ...[...FEBRUARY, '--metrics', 'gmv', '--by', 'product_name', '--sort=-gmv', '--limit', '3'],
    ...['--other', '--totals', '--share', 'gmv', '--rank', 'gmv', '--running', 'gmv'],
  );
  expect(found.rows.map(([name]) => name).slice(3)).toEqual(['Other', 'Total']);
  const amounts = figures(found, 1);
  expect(cents(amounts.slice(0, 4))).toBe(cents(amounts.slice(4)));
  expect(figures(found, 2).at(-1)).toBe(1);
  expect(found.rows.map((row) => row[3]).slice(0, 4)).toEqual(expect.arrayContaining([found.rows[0]?.[1]]));
  expect(found.rows.map((row) => row[4])).toEqual([1, 2, 3, null, null]);
});

test('with --dense every day is there; with another time field the days are those of that time', async () => {
  const asked = [...FEBRUARY, '--metrics', 'orders', '--by', 'date', '--filter', 'order_status=CANCELLED'];
  const [thin, dense, created] = await Promise.all([
    printedJson(...asked, '--time-field', 'cancel_time'),
    printedJson(...asked, '--time-field', 'cancel_time', '--dense'),
    printedJson(...asked),
  ]);
  expect(dense.rows.length).toBe(28);
  expect(dense.rows.filter(([, count]) => count !== 0)).toEqual(thin.rows);
  expect(created.rows).not.toEqual(thin.rows);
});

test('amounts are converted by the rates that stand in the spreadsheet', async () => {
  const asked = [...FEBRUARY, '--metrics', 'gmv', '--by', 'date'];
  const [plain, converted] = await Promise.all([
    printedJson(...asked),
    printedJson(...asked, '--rates', 'EUR:=USD=0.5,2026-02-15=USD=0.25'),
  ]);
  expect(converted.columns[1]).toMatchObject({ label: 'GMV, converted', currency: 'EUR' });
  const rate = (day: unknown) => (String(day) < '2026-02-15' ? 0.5 : 0.25);
  converted.rows.forEach(([day, amount], n) => {
    expect(Number(amount)).toBeCloseTo(Number(plain.rows[n]?.[1]) * rate(day), 8);
  });
});

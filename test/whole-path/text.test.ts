// What is text at TikTok is the same text in the cell: no formula, no number, no date, no lost digit.
import type { ReportInput } from '../../src/shared/report';
import { connect, type Office, openOffice } from './office';

let office: Office;
let report: ReportInput;

beforeAll(async () => {
  office = await openOffice(
    { seed: 'text', shops: ['US'], orders: 900, since: '2026-01-01', until: '2026-03-01' },
    { now: Date.UTC(2026, 7, 1) },
  );
  const [shop] = (await connect(office)).shops;
  report = {
    name: '=Text: [all]*',
    shops: [shop!.id],
    metrics: ['items_sold'],
    dimensions: ['seller_sku', 'product_name', 'sku_id', 'shop_id', 'shop_name'],
    range: '2026-01-01..2026-02-28',
  };
});
afterAll(() => office.stop());

test('odd SKUs, names that look like formulas, and long ids read back equal from the tab', () => {
  const { result } = office.run(report);
  const tab = office.runtime.document(office.document).tab(result!.sheetId);
  const [, ...rows] = tab.values();
  const answer = office.answer(report);
  expect(rows.map((row) => row.slice(0, 5))).toEqual(answer.rows.map((row) => row.slice(0, 5)));
  expect(
    tab
      .display()
      .slice(1)
      .map((row) => row.slice(0, 5)),
  ).toEqual(answer.rows.map((row) => row.slice(0, 5)));
  expect(
    tab
      .formulas()
      .flat()
      .filter((formula) => formula !== ''),
  ).toEqual([]);
  const [skus, names] = [rows.map((row) => row[0]), rows.map((row) => String(row[1]))];
  for (const sku of ['1E5', '12-05', 'TRUE', '007']) expect(skus).toContain(sku);
  for (const first of ['=', '+', '@', '-']) expect(names.some((name) => name.startsWith(first))).toBe(true);
  expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
  for (const row of rows) expect(row[2]).toMatch(/^\d{19}$/);
});

test('it is still so after a second run over the first one’s cells', () => {
  const name = result().name;
  const before = result().values();
  const { reports } = office.call('overview', null);
  office.run({ reportId: reports[0]!.definition.id });
  expect(result().values()).toEqual(before);
  expect(result().name).toBe(name);
});

const result = () => {
  const { reports } = office.call('overview', null);
  return office.runtime.document(office.document).tab(reports[0]!.tab!.sheetId);
};

// =TIKTOKSHOP() answers from the store, for everybody who can see the file, without a network.
import { connect as plainClient } from '../../dev/simulator/client';
import type { Shop as ShopRecords } from '../differential/database';
import { closeOracles, oracle } from '../differential/oracle';
import type { Question } from '../differential/question';
import { connect, type Office, openOffice } from './office';
import { recordsOf } from './records';
import { comparable } from './shown';

const NOW = Date.UTC(2026, 7, 1);
const FIRST = '2026-01-01';
const LAST = '2026-02-28';

let office: Office;
let records: ShopRecords[];

beforeAll(async () => {
  office = await openOffice(
    { seed: 'formula', shops: ['US', 'GB'], orders: 500, since: FIRST, until: '2026-03-01' },
    { now: NOW },
  );
  const shops = (await connect(office)).shops.slice(0, 1);
  const client = await plainClient(office.simulator.url, { now: NOW });
  records = await recordsOf(client, shops, { first: FIRST, last: LAST, now: NOW });
});
afterAll(() => {
  closeOracles();
  return office.stop();
});

const sheet = () => office.runtime.document(office.document).tab('Sheet1');
const rowsOf = async (asked: Partial<Omit<Question, 'shops'>>) =>
  (
    await oracle({
      shops: records,
      metrics: [],
      dimensions: [],
      first: FIRST,
      last: LAST,
      zone: 'UTC',
      ...asked,
    })
  ).rows;

test('before anything is loaded it says what to do', () => {
  sheet().type('A1', '=TIKTOKSHOP("gmv","","2026-01-01..2026-02-28")');
  expect(sheet().cell('A1').display).toBe('#ERROR!');
  expect(sheet().cell('A1').error).toMatch(/Run a report/);
});

test('after a run the same cell answers, and so do others', async () => {
  office.run({
    name: 'Load',
    shops: records.map(({ id }) => id),
    metrics: ['gmv'],
    dimensions: [],
    range: `${FIRST}..${LAST}`,
  });
  office.runtime.recalculate(office.document);
  const [[gmv] = []] = await rowsOf({ metrics: ['gmv'] });
  expect(sheet().cell('A1').value).toBe(Number(gmv));
});

test('a table spills, with a header and the oracle’s cells', async () => {
  sheet().type(
    'C1',
    '=TIKTOKSHOP("gmv,orders,customers","product_name","2026-01-01..2026-02-28","order_status!=CANCELLED;gmv>=20")',
  );
  const filters = [
    { field: 'order_status', operator: '!=', values: ['CANCELLED'] },
    { field: 'gmv', operator: '>=', values: ['20'] },
  ];
  const rows = await rowsOf({
    metrics: ['gmv', 'orders', 'customers'],
    dimensions: ['product_name'],
    filters,
  });
  expect(rows.length).toBeGreaterThan(3);
  const found = sheet().values(`C1:F${rows.length + 1}`);
  expect(found[0]).toEqual(['Product Name', 'GMV (USD)', 'Orders', 'Customers']);
  expect(found.slice(1)).toEqual(rows.map(([name, gmv, ...rest]) => [name, Number(gmv), ...rest]));
});

test('cells give the fields, dates the range, in whichever form', async () => {
  sheet().type('H1', 'gmv');
  sheet().type('I1', 'paid_orders');
  sheet().type('H2', '2026-01-10');
  sheet().type('I2', '2026-01-20');
  const [[gmv, orders] = []] = await rowsOf({
    metrics: ['gmv', 'paid_orders'],
    first: '2026-01-10',
    last: '2026-01-20',
  });
  sheet().type('H4', '=TIKTOKSHOP(H1:I1,"",H2:I2)');
  expect(sheet().values('H5:I5')[0]).toEqual([Number(gmv), orders]);
  sheet().type('H7', '=TIKTOKSHOP("gmv",,H2:I2)');
  expect(sheet().cell('H7').value).toBe(Number(gmv));
  sheet().type('H8', '=TIKTOKSHOP("gmv",,H2)');
  const [[day] = []] = await rowsOf({ metrics: ['gmv'], first: '2026-01-10', last: '2026-01-10' });
  expect(sheet().cell('H8').value).toBe(Number(day));
});

test('days come back as days', async () => {
  sheet().type('K1', '=TIKTOKSHOP("orders","date","2026-01-10..2026-01-12")');
  const rows = await rowsOf({
    metrics: ['orders'],
    dimensions: ['date'],
    first: '2026-01-10',
    last: '2026-01-12',
  });
  sheet().setFormat(`K2:K${rows.length + 1}`, 'yyyy-mm-dd');
  expect(sheet().display(`K2:L${rows.length + 1}`)).toEqual(rows.map((row) => row.map(String)));
  expect(comparable(sheet().values('K2:K2')[0]![0]!)).toBe(`${rows[0]![0]}T00:00:00`);
});

test('a quotient of nothing is an empty cell, a count of nothing is 0', () => {
  sheet().type('N1', '=TIKTOKSHOP("aov",,"2024-01-01")');
  sheet().type('N2', '=TIKTOKSHOP("orders",,"2024-01-01")');
  expect(sheet().values('N1:N2')).toEqual([[''], [0]]);
});

test.each([
  ['=TIKTOKSHOP("gmw",,"2026-01-01")', /no field “gmw”.*Did you mean “gmv”/],
  ['=TIKTOKSHOP("gmv","product_nam","2026-01-01")', /Did you mean “product_name”/],
  ['=TIKTOKSHOP("gmv",,"last month")', /date range “last month” is not understood/],
  ['=TIKTOKSHOP("gmv",,"2026-02-30")', /date range/],
  ['=TIKTOKSHOP("gmv",,"2026-01-01","order_status")', /filter/],
  ['=TIKTOKSHOP("gmv",,"2026-01-01","nothing=1")', /no field “nothing”/],
  ['=TIKTOKSHOP("",,"2026-01-01")', /No fields are chosen/],
  ['=TIKTOKSHOP()', /No fields are chosen/],
])('%s says what is wrong', (formula, message) => {
  sheet().type('P1', formula);
  expect(sheet().cell('P1').display).toBe('#ERROR!');
  expect(sheet().cell('P1').error).toMatch(message);
});

test('nothing of it goes over the network, asks for properties or needs permission', () => {
  const executions = office.runtime.recalculate(office.document);
  expect(executions.length).toBeGreaterThan(5);
  const services = new Set(executions.flatMap(({ calls }) => calls.map(({ service }) => service)));
  for (const service of ['UrlFetchApp', 'PropertiesService', 'Properties', 'ScriptApp', 'LockService'])
    expect(services).not.toContain(service);
});

test('a collaborator without a connection has the same figures', async () => {
  const { runtime, document } = office;
  const other = 'colleague@example.com';
  const before = sheet().values();
  runtime.openDocument(document, other);
  expect(sheet().values()).toEqual(before);
  const report = {
    name: 'Theirs',
    shops: records.map(({ id }) => id),
    metrics: ['gmv'],
    dimensions: [],
    range: FIRST,
  };
  const asked = runtime.serverCall(document, other, 'rpc', ['answer', JSON.stringify({ report })]);
  const [[gmv] = []] = await rowsOf({ metrics: ['gmv'], first: FIRST, last: FIRST });
  expect(JSON.parse(String(asked.value))).toMatchObject({ ok: true, value: { rows: [[gmv]] } });
});

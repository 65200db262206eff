// =TIKTOKSHOP() answers from the store, for everybody who can see the file, without a network.
import { readFileSync } from 'node:fs';
import { connect as plainClient } from '../../dev/simulator/client';
import { CALCULATIONS } from '../../src/shared/shape';
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

/** A tab with room for tables. */
const wide = () => {
  const document = office.runtime.document(office.document);
  return document.tabs.find(({ name }) => name === 'Wide') ?? document.addTab('Wide');
};

describe('options', () => {
  const range = '"2026-01-01..2026-02-28"';
  const formula = (options: string, metrics = '"gmv,orders"', dimensions = '"product_name"') =>
    `=TIKTOKSHOP(${metrics},${dimensions},${range},,${options})`;
  const spilled = (text: string) => {
    wide().type('A1', text);
    expect(wide().cell('A1').error).toBeUndefined();
    const block = wide().values('A1:H40');
    return block.filter((line) => line[0] !== '').map((line) => line.filter((value) => value !== ''));
  };

  test('sort and cut the rows, with or without headers', async () => {
    const all = await rowsOf({ metrics: ['gmv', 'orders'], dimensions: ['product_name'] });
    const best = [...all]
      .sort((a, b) => Number(b[1]) - Number(a[1]))
      .slice(0, 3)
      .map(([name, gmv, orders]) => [name, Number(gmv), orders]);
    expect(spilled(formula('"sort=-gmv; limit=3; headers=false"'))).toEqual(best);
    wide().type('A1', '');
    wide().type('T1', 'sort');
    wide().type('U1', 'gmv desc');
    wide().type('T2', 'limit');
    wide().type('U2', '3');
    expect(spilled(formula('T1:U2')).slice(1)).toEqual(best);
    wide().type('A1', '');
  });

  test('split columns, compare and total', () => {
    const pivoted = spilled(formula('"pivot=order_status; totals"', '"orders"', '"month"'));
    expect(pivoted[0]![0]).toBe('Month');
    expect(pivoted[0]!.length).toBeGreaterThan(2);
    expect(pivoted.at(-1)![0]).toMatch(/total/i);
    wide().type('A1', '');
    const compared = spilled(formula('"compare=previous_period; show=value"', '"orders"', '"month"'));
    expect(compared[0]!.length).toBe(3);
    wide().type('A1', '');
  });

  test('name a shop by its id or its name', () => {
    const [{ id }] = records as [ShopRecords];
    wide().type('A1', formula(`"shop=${id}"`, '"orders"', '""'));
    const own = wide().cell('A1').value;
    expect(Number(own)).toBeGreaterThan(0);
    wide().type('A1', formula('"shop=Nobody’s"', '"orders"', '""'));
    expect(wide().cell('A1').error).toMatch(/no shop “Nobody’s” here.*Choose one of/);
    wide().type('A1', '');
  });

  test.each([
    ['"sorted=-gmv"', /no option “sorted”.*“sort”/],
    ['"limit=many"', /limit=many is not understood: write a number/],
    ['"headers=perhaps"', /headers=perhaps/],
    ['"week=friday"', /monday or sunday/],
    ['"tz=Atlantis/Capital"', /no time zone “Atlantis\/Capital”/],
    ['"compare=the_moon"', /the_moon/],
    ['"show=everything"', /show=everything/],
    ['"currency=USD"', /add rates=/],
    ['"sort=-orders_placed"', /sorted by orders_placed/],
    ['"pivot=nothing"', /no field “nothing”/],
    ['"=cmd|calc; limit=3"', /no option “”/],
  ])('%s says what is wrong', (options, message) => {
    wide().type('J1', formula(options));
    expect(wide().cell('J1').display).toBe('#ERROR!');
    expect(wide().cell('J1').error).toMatch(message);
  });
});

test('fields and freshness are tables of what there is; a report answers by its name', () => {
  wide().type('J1', '');
  wide().type('A1', '=TIKTOKSHOP("fields")');
  expect(wide().values('A1:C2')).toEqual([
    ['Field', 'Label', 'Kind'],
    ['gmv', 'GMV', 'metric'],
  ]);
  wide().type('A1', '');
  wide().type('A1', '=TIKTOKSHOP("freshness")');
  expect(wide().values('A1:B2')[0]).toEqual(['Shop', 'Data']);
  expect(wide().values('B2:B2')[0]![0]).toMatch(/Orders, /);
  wide().type('A1', '');
  wide().type('A1', '=TIKTOKSHOP("report","load")');
  expect(wide().cell('A1').value).toBe(sheet().cell('A1').value);
  wide().type('A1', '=TIKTOKSHOP("report","No such")');
  expect(wide().cell('A1').error).toMatch(/no report “No such”/);
  wide().type('A1', '');
});

test('a run changes the cell named for it, and the formulas that name the cell', () => {
  sheet().nameRange('TIKTOKSHOP_VERSION', 'R1');
  const load = { name: 'Load', shops: records.map(({ id }) => id), metrics: ['gmv'], dimensions: [] };
  office.run({ ...load, range: `${FIRST}..${LAST}` });
  expect(sheet().cell('R1').display).toMatch(/^2026-08-01/);
  sheet().type('R2', '=TIKTOKSHOP("gmv","","2026-01-01..2026-02-28",,,R1)');
  expect(sheet().cell('R2').value).toBe(sheet().cell('A1').value);
  sheet().type('R2', '');
});

describe('what nobody means well', () => {
  const day = '"2026-01-01"';
  test.each([
    ['=TIKTOKSHOP("__proto__")', /no field “__proto__”/],
    ['=TIKTOKSHOP("constructor","toString")', /no field “toString”/],
    ['=TIKTOKSHOP("gmv","hasOwnProperty")', /no field “hasOwnProperty”/],
    [`=TIKTOKSHOP("gmv",,${day},"__proto__=1")`, /no field “__proto__”/],
    [`=TIKTOKSHOP("gmv",,${day},,"__proto__=1")`, /no option “__proto__”/],
    [`=TIKTOKSHOP("gmv",,${day},,"valueOf")`, /no option “valueof”/],
    [`=TIKTOKSHOP("gmv",,${day},"product_name=~(")`, /no regular expression/],
    [`=TIKTOKSHOP("gmv",,${day},,"limit=99999999999999999999")`, /limit=9+ is not understood/],
    [`=TIKTOKSHOP("gmv",,${day},,"rates='x'!A1:C;currency=USD")`, /no range 'x'!A1:C/],
    ['=TIKTOKSHOP("gmv",,"9999-12-31..0001-01-01")', /date range/],
    ['=TIKTOKSHOP("gmv",,-1)', /date range “-1”/],
    ['=TIKTOKSHOP("report","../../secrets")', /no report “..\/..\/secrets”/],
    ['=TIKTOKSHOP(TRUE,1,2,3,4)', /There is no option “4”/],
    ['=TIKTOKSHOP(REPT("gmv,",9000))', /\S/],
    [`=TIKTOKSHOP("gmv",,${day},REPT("a",40000))`, /filter/],
  ])('%s is told apart in words', (formula, message) => {
    wide().type('J1', formula);
    const { display, error = '' } = wide().cell('J1');
    expect(display).toMatch(/^#/);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/undefined|\[object|TypeError|is not a function|Cannot read/);
    wide().type('J1', '');
  });

  test.each(['=1+1', '=IMPORTXML("https://example.com","//a")', "'; DROP TABLE", '<script>'])(
    'a filter’s value %s is a value and nothing else',
    (value) => {
      wide().type(
        'J1',
        `=TIKTOKSHOP("orders",,${day},"product_name=${value.replaceAll(';', ',').replaceAll('"', '""')}")`,
      );
      expect(wide().cell('J1')).toMatchObject({ value: 0 });
      wide().type('J1', '');
    },
  );
});

test('a formula makes few calls, reads what it needs, and is far from its 30 seconds', () => {
  wide().type('A1', '=TIKTOKSHOP("gmv,customers","product_name","2026-01-01..2026-02-28")');
  wide().type('H1', '=TIKTOKSHOP("fields")');
  const runs = office.runtime.recalculate(office.document);
  expect(runs.length).toBeGreaterThan(4);
  const stored = office.call('storage', null).characters;
  for (const { calls, startedAt, endedAt, error } of runs) {
    if (error) continue;
    const reading = calls.filter(({ answered = 0 }) => answered > 200);
    const read = reading.reduce((sum, { answered = 0 }) => sum + answered, 0);
    expect(calls.length).toBeLessThanOrEqual(20);
    // Index and words beside what is stored, in JSON.
    expect(read).toBeLessThan(1.2 * stored + 250_000);
    expect(endedAt - startedAt).toBeLessThan(3000);
    expect(calls.filter(({ writes }) => writes)).toEqual([]);
  }
  wide().type('A1', '');
  wide().type('H1', '');
});

test('autocomplete tells every argument, with an example of most', () => {
  const code = readFileSync('dist/Code.js', 'utf8');
  const [comment = ''] = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*function TIKTOKSHOP\(/.exec(code) ?? [];
  const parameters = /function TIKTOKSHOP\(([^)]*)\)/
    .exec(code)![1]!
    .split(',')
    .map((name) => name.trim());
  expect(parameters).toEqual(['metrics', 'dimensions', 'range', 'filters', 'options', 'version']);
  const told = [...comment.matchAll(/@param \{([^}]+)\} (\w+) (.+)/g)];
  expect(told.map(([, , name]) => name)).toEqual(parameters);
  for (const [, , name, text] of told)
    expect({ name, text }).toEqual({ name, text: expect.stringMatching(/^[A-Z].{20,}/) });
  const source = readFileSync('src/server/app/formula-options.ts', 'utf8');
  const others = /OTHERS = \[([^\]]+)\]/.exec(source)![1]!.match(/\w+/g)!;
  for (const option of [
    ...others,
    ...CALCULATIONS,
    'sort',
    'limit',
    'pivot',
    'totals',
    'subtotals',
    'other',
    'dense',
    'time',
    'tz',
    'week',
  ])
    expect(told[4]![3]).toMatch(new RegExp(`[" ]${option}[=;"]`));
  expect(comment).toMatch(/@return \{.+\} \S/);
  expect(comment).toContain('@customfunction');
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

// A colleague opens the same file without a connection of her own: she sees, asks and calculates from what is stored.
import { HOUR, type Office, OWNER } from '../whole-path/office';
import { COLLEAGUE, callAs, connect, openDesk, salesOf, stored } from './desk';

let office: Office;
let shop: string;
beforeAll(async () => {
  office = await openDesk({ sellers: 2, ownUsApp: false });
  await connect(office, { seller: 1 });
  shop = office.call('overview', null).shops.find(({ region }) => region === 'VN')!.id;
  office.run(salesOf(shop));
  office.call('overview', null);
});
afterAll(() => office.stop());

function valueFor<Name extends Parameters<typeof callAs>[2]>(
  name: Name,
  input: Parameters<typeof callAs<Name>>[3],
) {
  const { reply } = callAs(office, COLLEAGUE, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.text}`);
  return reply.value;
}

test('she sees the reports, but neither connection nor shop of the owner', () => {
  const { reports, connections, shops } = valueFor('overview', null);
  expect(reports.map(({ definition }) => definition.name)).toEqual(['Sales']);
  expect(connections).toEqual([]);
  expect(shops.map(({ id }) => id)).toEqual(['sample']);
});

test('she asks the store and gets the owner’s answer; formulas work', () => {
  expect(valueFor('answer', { report: salesOf(shop) })).toEqual(office.answer(salesOf(shop)));
  const tab = office.runtime.document(office.document).addTab('Mine');
  tab.type('A1', '=TIKTOKSHOP("orders","","2026-05-01..2026-07-31")');
  office.runtime.recalculate(office.document);
  expect(Number(tab.cell('A1').value)).toBeGreaterThan(0);
});

test('right after the owner’s refresh she can run the report: all it needs is stored', () => {
  const { reports } = valueFor('overview', null);
  const { id } = valueFor('startRun', { reportId: reports[0]!.definition.id });
  expect(valueFor('continueRun', { runId: id })).toMatchObject({ finished: true, problem: null });
});

test('later it needs TikTok: she is told who is connected, and how to connect; data and tab stay', () => {
  office.runtime.clock.advance(HOUR);
  const before = office.answer(salesOf(shop));
  const { reports } = valueFor('overview', null);
  const { sheetId } = reports[0]!.tab!;
  const cells = office.runtime.document(office.document).tab(sheetId).values();
  const { id } = valueFor('startRun', { reportId: reports[0]!.definition.id });
  const { reply } = callAs(office, COLLEAGUE, 'continueRun', { runId: id });
  const problem = reply.ok ? reply.value.problem : reply.problem;
  expect(problem?.code).toBe('not_connected');
  expect(problem?.text).toContain(OWNER);
  expect(problem?.text).not.toContain(shop);
  expect(problem?.next).toMatch(/^Connect it in the sidebar/);
  expect(office.answer(salesOf(shop))).toEqual(before);
  expect(office.runtime.document(office.document).tab(sheetId).values()).toEqual(cells);
  expect(office.runtime.properties({ user: COLLEAGUE })).not.toHaveProperty('connection');
  expect(stored(office, COLLEAGUE)).toEqual([]);
});

test('the file names accounts only for shops that a report of it is about', () => {
  const { shops } = office.call('overview', null);
  const other = shops.find(({ region }) => region === 'US' && region)!.id;
  expect(other).not.toBe(shop);
  expect(Object.values(office.runtime.properties({ document: office.document })).join()).not.toContain(other);
});

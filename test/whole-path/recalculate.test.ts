// "Recalculate formulas" enters every formula with TIKTOKSHOP anew, and loses none, wherever Google ends it.
import type { ReportInput } from '../../src/shared/report';
import { placesToKill } from './killed-state';
import { DAY, type Office, OWNER, openOffice } from './office';

const RANGE = '2026-07-20..2026-08-03';
const load: ReportInput = {
  name: 'Load',
  shops: ['sample'],
  metrics: ['orders'],
  dimensions: [],
  range: RANGE,
  schedule: 'daily',
};
const CALL = `TIKTOKSHOP("orders",,"${RANGE}")`;

/** By place, in whatever case and wherever in a formula; the last ones call nothing. */
const FORMULAS = {
  A1: `=${CALL}`,
  A2: `=tiktokshop("orders",,"${RANGE}")`,
  A3: `=${CALL}+2*TikTokShop("orders",,"${RANGE}")`,
  C7: `=IF(1>0,${CALL},"TIKTOKSHOP_AGAIN")`,
  E1: '=CONCATENATE("TIKTOKSHOP","(")',
  E2: '=1+1',
};

let office: Office;
/** A file whose formulas answer what was stored before its last run; and how many orders are stored now. */
let stale: string;
let orders: number;

beforeAll(async () => {
  office = await openOffice('sample', { now: Date.UTC(2026, 7, 1) });
  office.run(load);
  const { runtime, document } = office;
  for (const [place, formula] of Object.entries(FORMULAS)) first().type(place, formula);
  const other = runtime.document(document).addTab('Other');
  other.type('Z90', `=${CALL}`);
  other.type('B2', 'TIKTOKSHOP("orders") is how one writes it');
  runtime.clock.advance(2 * DAY);
  office.run(load);
  orders = Number(office.answer(load).rows[0]![0]);
  stale = runtime.snapshot();
});
afterAll(() => office.stop());

const first = () => office.runtime.document(office.document).tab('Sheet1');
const contents = () =>
  office.runtime
    .document(office.document)
    .tabs.map((tab) => tab.formulas().flat().filter(Boolean).join('\n'));
const recalculate = (killAt?: number) =>
  office.runtime.clickMenu(
    office.document,
    OWNER,
    'Recalculate formulas',
    killAt === undefined ? {} : { killAt },
  );

test('formulas in every tab, in any case, answer anew; they and all other cells stay as they are', () => {
  office.runtime.restore(stale);
  const before = contents();
  expect(first().cell('A1').value).toBeLessThan(orders);
  const { error, toasts } = recalculate();
  expect(error).toBeUndefined();
  expect(toasts.map(({ message }) => message)).toEqual(['5 formulas are worked out anew.']);
  expect(first().values('A1:A3').flat()).toEqual([orders, orders, 3 * orders]);
  expect(first().cell('C7').value).toBe(orders);
  expect(first().cell('E1').value).toBe('TIKTOKSHOP(');
  const other = office.runtime.document(office.document).tab('Other');
  expect(other.cell('Z90').value).toBe(orders);
  expect(other.cell('B2').value).toBe('TIKTOKSHOP("orders") is how one writes it');
  expect(contents()).toEqual(before);
});

test('however many there are, they are found in so many calls of Google as one is', () => {
  const callsWith = (formulas: number) => {
    office.runtime.restore(stale);
    for (let row = 1; row <= formulas; row++) first().type(`H${row}`, `=${CALL}`);
    const { calls } = recalculate();
    // Where a found cell lies is known without asking; each is written twice.
    const asked = calls.filter(
      ({ method }) => !/^(getRow|getColumn|getName|getRange|setFormula)$/.test(method),
    );
    return asked.length;
  };
  expect(callsWith(200)).toBe(callsWith(1));
});

test('without such a formula it says so', () => {
  office.runtime.restore(stale);
  for (const place of Object.keys(FORMULAS)) first().type(place, '');
  office.runtime.document(office.document).tab('Other').delete();
  expect(recalculate().toasts.map(({ message }) => message)).toEqual([
    'No formula of this file uses TIKTOKSHOP.',
  ]);
});

test('a tab that this user may not change keeps its formulas, and is named', () => {
  office.runtime.restore(stale);
  const before = contents();
  const { alerts } = office.runtime.clickMenu(office.document, OWNER, 'Recalculate formulas', {
    hooks: {
      beforeCall({ method, args }) {
        if (method === 'setFormula' && args.includes('2*TikTokShop'))
          throw new Error('You are trying to edit a protected cell or object.');
      },
    },
  });
  expect(alerts.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^4 formulas .*Those in Sheet1 can't/),
  ]);
  expect(contents()).toEqual(before);
  expect(office.runtime.properties({ document: office.document })).not.toHaveProperty('recalculating');
});

/** What starts next after a run that was killed; `step`: at how many of the places is enough for this door. */
describe.each([
  ['the menu item once more', () => recalculate(), 1],
  ['the menu’s Refresh', () => office.runtime.clickMenu(office.document, OWNER, 'Refresh TikTok Shop'), 4],
  ['opening the sidebar', () => office.call('overview', null), 2],
  ['the hourly trigger', () => office.runtime.tick(DAY), 12],
] as const)('killed at any write, %s', (_name, next, step) => {
  test('brings every formula back', () => {
    office.runtime.restore(stale);
    const before = contents();
    const places = placesToKill(recalculate().calls, 40);
    let broken = 0;
    for (const killAt of places.filter((_, i) => i % step === 0)) {
      office.runtime.restore(stale);
      expect(recalculate(killAt).killed).toBe(true);
      if (contents().join() !== before.join()) broken++;
      next();
      expect({ killAt, contents: contents() }).toEqual({ killAt, contents: before });
      expect(office.runtime.properties({ document: office.document })).not.toHaveProperty('recalculating');
    }
    // The test itself sees formulas under their other name.
    expect(broken).toBeGreaterThan(0);
  });
});

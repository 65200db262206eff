// What a new endpoint and a new metric of TikTok take: one file and one entry. Nothing of the engine, and no other list.
import { readFile } from 'node:fs/promises';
import { startSimulator } from '../../dev/simulator/start';
import type { FieldInfo } from '../../src/shared/field';
import { changedBuild } from '../bundle/changed-build';
import { connect, type Office, officeAt } from '../whole-path/office';
import { withEndpoint } from './stand-in';

const NOW = Date.UTC(2026, 5, 17, 9);
const STORY = {
  seed: 'extend',
  shops: ['US'],
  orders: 60,
  since: '2026-06-01',
  until: '2026-07-01',
} as const;
const PATH = '/analytics/202601/shop_gifts/performance';

/** The one file: what the endpoint is, and what its fields mean. */
const FILE = `
import { defineStream } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay } from './analytics';
import { money, quantity, text } from './field';

export const shopGifts = defineStream({
  ...OF_ALL,
  ...byDay('gift_day'),
  id: 'shop_gifts',
  label: 'Gifts by day',
  group: 'Gifts',
  about: 'Gifts that viewers sent, by kind and day.',
  endpoint: ofDay('shop_gifts', '202601/shop_gifts/performance', 'gifts', { docs: 'https://example.com' }),
  primaryKey: 'gift_kind',
  fields: {
    ...dayFields('gift_day', 'Gift Day', 'worth.currency'),
    gift_kind: text('id', 'Gift', 'What was sent.'),
    gifts_sent: quantity('sent', 'Gifts Sent', 'How often it was sent.'),
    gift_worth: money('worth.amount', 'Gift Worth', 'What all of them were worth.'),
  },
});
`;
const ENTRY = `  gift_price: ratio(
    ['gift_worth', 'gifts_sent'],
    'money',
    words('Gifts', 'Avg. Gift Worth', 'What one gift was worth.', 'Gift Worth ÷ Gifts Sent'),
  ),
`;
const ANSWER = {
  latest_available_date: '2026-06-15',
  gifts: [
    { id: 'rose', sent: 40, worth: { amount: '10.00', currency: 'USD' } },
    { id: 'lion', sent: 2, worth: { amount: '199.98', currency: 'USD' } },
  ],
  next_page_token: '',
};

/** A source with text put before a place in it, which must be there once. */
async function before(file: string, place: string, text: string): Promise<Record<string, string>> {
  const source = await readFile(`src/server/${file}`, 'utf8');
  expect(source.split(place)).toHaveLength(2);
  return { [file]: source.replace(place, () => text + place) };
}

/** The endpoint: its file, listed under its id. Its amounts are metrics with that. */
const endpoint = async () => ({
  'streams/shop-gifts.ts': FILE,
  'streams/index.ts': `import { shopGifts } from './shop-gifts';\n${
    (await before('streams/index.ts', '} as const;', '  shop_gifts: shopGifts,\n'))['streams/index.ts']
  }`,
});

const open: Office[] = [];
afterEach(() => Promise.all(open.splice(0).map((office) => office.stop())));

async function officeOf(sources: Readonly<Record<string, string>>): Promise<Office> {
  const simulator = await withEndpoint(
    await startSimulator({ story: STORY, now: NOW, latencyMs: 50 }),
    PATH,
    ANSWER,
  );
  const office = officeAt(simulator, NOW, await changedBuild(sources));
  open.push(office);
  return office;
}

async function answerOf(office: Office, metrics: string[], dimensions: string[]) {
  const shop = (await connect(office)).shops[0]!.id;
  const report = {
    name: 'Gifts',
    shops: [shop],
    metrics,
    dimensions,
    range: '2026-06-10..2026-06-12',
    zone: 'America/Los_Angeles',
    totals: true,
  };
  const { result } = office.run(report);
  expect(result!.rows).toBeGreaterThan(1);
  return office.answer(report).rows;
}

test('an endpoint and its metrics are one file and its entry in the list of streams', async () => {
  const office = await officeOf(await endpoint());
  const day = (date: string) => [
    [date, 'lion', 2, '199.98'],
    [date, 'rose', 40, '10.00'],
  ];
  expect(await answerOf(office, ['gifts_sent', 'gift_worth'], ['date', 'gift_kind'])).toEqual([
    ...day('2026-06-10'),
    ...day('2026-06-11'),
    ...day('2026-06-12'),
    ['Total', null, 126, '629.94'],
  ]);
  const fields: readonly FieldInfo[] = office.call('catalogue', null).fields;
  expect(fields.find(({ id }) => id === 'gift_worth')).toMatchObject({ label: 'Gift Worth', group: 'Gifts' });
});

test('a metric of stored fields is one entry in the catalogue', async () => {
  const office = await officeOf({
    ...(await endpoint()),
    ...(await before('catalog/metrics/analytics.ts', '  gmv_difference: difference(', ENTRY)),
  });
  expect(await answerOf(office, ['gift_price'], ['gift_kind'])).toEqual([
    ['lion', '99.99'],
    ['rose', '0.25'],
    ['Total', '4.999524'],
  ]);
});

test('without its entry the file is no part of the add-on', async () => {
  await expect(changedBuild({ 'streams/shop-gifts.ts': FILE })).rejects.toThrow('no part of the add-on');
});

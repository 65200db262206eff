import { dumpRecords, hasTimeIn } from '../../dev/dump/dump-records';
import { storySource } from '../../dev/dump/source';
import { connect } from '../../dev/simulator/client';
import { startSimulator } from '../../dev/simulator/start';
import { storyOf } from '../../src/server/sample/story-of';
import { searchAll } from './ask';
import { NOW, STORY } from './shops-under-test';

const range = { since: Date.UTC(2026, 3, 10) / 1000, until: Date.UTC(2026, 3, 12) / 1000 };

async function collect<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}

test('a dump has every record with any time in the range, and nothing else', async () => {
  const story = storyOf(STORY);
  const all = story.shops.flatMap((shop) => searchAll(story, shop, NOW));
  const expected = all.filter((order) => hasTimeIn(order, range.since, range.until));
  const dumped = await collect(
    dumpRecords({ source: storySource(story), records: 'orders', ...range, now: NOW }),
  );
  expect(dumped).toEqual(expected);
  // Older orders come too: a delivery or a deadline in the range is enough.
  expect(dumped.some((order) => Number(order['create_time']) < range.since - 20 * 86_400)).toBe(true);
  expect(dumped.length).toBeLessThan(all.length);
});

test('through HTTP the same records come as from the story itself, also with latency', async () => {
  const simulator = await startSimulator({ story: STORY, now: NOW, latencyMs: 400 });
  const client = await connect(simulator.url, { now: NOW - 400 });
  const options = { records: 'orders', ...range, now: NOW } as const;
  const ids = async (records: AsyncIterable<Readonly<Record<string, unknown>>>) =>
    (await collect(records)).map(({ id }) => id);
  const overHttp = await ids(dumpRecords({ ...options, source: client }));
  await simulator.stop();
  expect(overHttp).toEqual(await ids(dumpRecords({ ...options, source: storySource(storyOf(STORY)) })));
});

test('the sample shop can be dumped without any server', async () => {
  const records = await collect(dumpRecords({ source: 'sample', records: 'orders', ...range, now: NOW }));
  expect(records.length).toBeGreaterThan(50);
  expect(records.every(({ id }) => typeof id === 'string')).toBe(true);
});

test('a time field is one whose name ends in _time, at the top of the record', () => {
  expect(hasTimeIn({ paid_time: 5 }, 5, 6)).toBe(true);
  expect(hasTimeIn({ paid_time: 6 }, 5, 6)).toBe(false);
  expect(hasTimeIn({ release_date: 5, payment: { paid_time: 5 } }, 5, 6)).toBe(false);
});

import { older } from '../../../src/sidebar/report/cut';
import { exported } from '../../../src/sidebar/report/exported';
import { BUSY, bad, CONNECTED, EMPTY, LOG, ok, STATUS, STORAGE } from '../fixtures';
import { Play } from './play';

const atStorage = () =>
  Play.opened(CONNECTED).send({ type: 'go', to: 'storage' }).answer('storage', ok(STORAGE));

test.each([
  ['24', '2024-11-01'],
  ['12', '2025-11-01'],
  ['6', '2026-05-01'],
])('keeping %s months cuts before %s, of all shops', (keep, beforeDay) => {
  const play = atStorage().send({ type: 'cutting', change: { keep } }, { type: 'cut' });
  expect(play.calls()).toEqual([{ name: 'cutStorage', input: { shop: null, beforeDay } }]);
});

test('one shop is cut from a day on, asked for in place; another choice takes the question back', () => {
  const play = atStorage().send(
    { type: 'cutting', change: { shop: 'x', keep: 'day', day: '2026-03-05' } },
    { type: 'confirm', what: 'cut', id: 'storage' },
  );
  expect(play.page('storage').confirming).toEqual({ what: 'cut', id: 'storage' });
  expect(play.send({ type: 'cut' }).calls()).toEqual([
    { name: 'cutStorage', input: { shop: 'x', beforeDay: '2026-03-05' } },
  ]);
  expect(play.send({ type: 'cutting', change: { shop: '' } }).page('storage').confirming).toBeNull();
});

test.each(['', '2027-01-01'])('before the day “%s” nothing is cut', (day) => {
  const play = atStorage().send({ type: 'cutting', change: { keep: 'day', day } });
  expect(play.send({ type: 'cut' }).calls()).toEqual([]);
});

test('after a cut the new size shows', () => {
  const play = atStorage().send({ type: 'cut' });
  play.answer('cutStorage', ok({ ...STORAGE, characters: 834_000 }));
  expect(play.page('storage').notice?.text).toBe('Removed. This file now holds 834 KB.');
  expect(play.state.storage?.characters).toBe(834_000);
});

test('only what lies wholly before the day counts as older', () => {
  const shop = STORAGE.partitions[0]!.shop;
  expect(older(STORAGE, '', '2024-09-30')).toEqual({ rows: 0, characters: 0 });
  expect(older(STORAGE, '', '2024-10-01')).toEqual({ rows: 4800, characters: 400_000 });
  expect(older(STORAGE, shop, '2024-10-01')).toEqual({ rows: 2400, characters: 200_000 });
});

test('exported reports carry neither id nor tab', () => {
  const reports = JSON.parse(exported(BUSY.reports));
  expect(reports).toHaveLength(3);
  expect(reports[0]).toMatchObject({ name: 'Sales by day', range: 'last_30_days', schedule: 'none' });
  for (const report of reports) {
    expect(report).not.toHaveProperty('id');
    expect(report).not.toHaveProperty('target');
  }
});

test('imported reports show on the first view, with their number', () => {
  const play = Play.opened(CONNECTED).send(
    { type: 'go', to: 'transfer' },
    { type: 'importing', text: ' [] ' },
  );
  expect(play.send({ type: 'import' }, { type: 'import' }).calls()).toEqual([
    { name: 'importReports', input: { text: '[]' } },
  ]);
  play.answer('importReports', ok(BUSY));
  expect(play.page('home').notice?.text).toBe('3 reports imported.');
});

test('a refused import keeps the text; an empty one is not sent', () => {
  const play = Play.opened().send({ type: 'go', to: 'transfer' });
  expect(play.send({ type: 'import' }).calls()).toEqual([]);
  play.send({ type: 'importing', text: '{' }, { type: 'import' });
  play.answer('importReports', bad('bad_input', { what: 'This text is no JSON.' }));
  expect(play.page('transfer').text).toBe('{');
});

test('after everything is deleted nothing of it is known any more', () => {
  const play = Play.opened(CONNECTED).answer('connectionStatus', ok([STATUS]));
  play.send({ type: 'go', to: 'storage' }).answer('storage', ok(STORAGE));
  play.send({ type: 'go', to: 'activity' }).answer('runLog', ok(LOG));
  play.send({ type: 'go', to: 'more' }, { type: 'wiping', text: 'delete' }, { type: 'wipe' });
  expect(play.calls()).toEqual([]);
  play.send({ type: 'wiping', text: 'DELETE' }, { type: 'wipe' });
  expect(play.calls()).toEqual([{ name: 'deleteAllData', input: { confirm: 'DELETE' } }]);
  play.answer('deleteAllData', ok(EMPTY));
  expect(play.state).toMatchObject({ overview: EMPTY, statuses: [], storage: null, runLog: null });
  expect(play.page('home').notice?.text).toBe('All data of the add-on is deleted.');
});

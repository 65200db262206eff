// The hourly trigger: which reports it refreshes, when, and how little it does when there is nothing to do.
import { ANN, BROKEN, DAY, type Desk, HOUR, openDesk, propertyCalls } from './desk';

const start = Date.UTC(2026, 9, 20, 9, 10);

const startsOf = (desk: Desk, report: string) =>
  desk
    .unattended()
    .filter((line) => line.report === report)
    .map(({ start }) => start.slice(0, 13));

test('an hourly report runs every hour, once', () => {
  const desk = openDesk(start);
  desk.schedule('Hourly', { every: 'hour' });
  desk.tick(5 * HOUR);
  expect(startsOf(desk, 'Hourly')).toEqual([10, 11, 12, 13, 14].map((hour) => `2026-10-20T${hour}`));
});

test('a daily report runs in its hour of its zone, before and after the clocks change', () => {
  const desk = openDesk(Date.UTC(2026, 9, 29, 12, 10));
  desk.schedule('Daily', { every: 'day', hour: 6, zone: 'America/New_York' });
  desk.tick(5 * DAY);
  // The clocks go back on 1 November: 6 in the morning is 10 UTC before, 11 after.
  expect(startsOf(desk, 'Daily')).toEqual([
    '2026-10-30T10',
    '2026-10-31T10',
    '2026-11-01T11',
    '2026-11-02T11',
    '2026-11-03T11',
  ]);
});

test('weekly and monthly reports run on their days', () => {
  const desk = openDesk(start);
  desk.schedule('Weekly', { every: 'week', weekday: 0, hour: 7, zone: 'Asia/Jakarta' });
  desk.schedule('First', { every: 'month', day: 1, hour: 0, zone: 'UTC' });
  desk.schedule('Last', { every: 'month', day: 'last', hour: 20, zone: 'UTC' });
  // To the 25th and 30th; days in which nothing happens are not waited through.
  desk.runtime.clock.advance(5 * DAY);
  desk.tick(DAY);
  desk.runtime.clock.advance(4 * DAY);
  desk.tick(3 * DAY);
  // 7 in Jakarta is midnight in UTC.
  expect(startsOf(desk, 'Weekly')).toEqual(['2026-10-26T00', '2026-11-02T00']);
  expect(startsOf(desk, 'First')).toEqual(['2026-11-01T00']);
  expect(startsOf(desk, 'Last')).toEqual(['2026-10-31T20']);
});

test('what was missed while nothing ran is caught up once', () => {
  const desk = openDesk(start);
  desk.schedule('Hourly', { every: 'hour' });
  desk.schedule('Daily', { every: 'day', hour: 3, zone: 'UTC' });
  desk.runtime.clock.advance(3 * DAY);
  desk.tick();
  expect(desk.unattended()).toHaveLength(2);
  desk.tick(HOUR);
  expect(startsOf(desk, 'Hourly')).toHaveLength(2);
  expect(startsOf(desk, 'Daily')).toHaveLength(1);
});

test('a refresh by hand after its hour counts: it is not run again', () => {
  const desk = openDesk(start);
  const id = desk.schedule('Daily', { every: 'day', hour: 20, zone: 'UTC' });
  desk.runtime.clock.advance(11 * HOUR);
  let run = desk.call('startRun', { reportId: id });
  while (!run.finished) run = desk.call('continueRun', { runId: run.id });
  desk.tick(12 * HOUR);
  expect(desk.unattended()).toEqual([]);
  desk.tick(24 * HOUR);
  expect(startsOf(desk, 'Daily')).toEqual(['2026-10-21T20']);
});

test('an idle dispatch reads one property, writes nothing and asks for no cell', () => {
  const desk = openDesk(start);
  desk.schedule('Weekly', { every: 'week', weekday: 0, hour: 7, zone: 'UTC' });
  // The first one looks whether the run in the sidebar was left.
  desk.tick(HOUR);
  const idle = desk.tick(DAY);
  expect(idle).toHaveLength(24);
  for (const execution of idle) {
    expect(propertyCalls(execution).map(({ method }) => method)).toEqual(['getProperty']);
    expect(execution.calls.filter(({ service, writes }) => writes || service === 'Range')).toEqual([]);
    expect(execution.endedAt - execution.startedAt).toBeLessThan(100);
  }
});

test('one failing report does not stop the others', () => {
  const desk = openDesk(start);
  for (const name of ['A', 'B', 'C', 'D'])
    desk.schedule(name, { every: 'hour' }, name === 'B' || name === 'C' ? BROKEN : {});
  desk.tick(HOUR);
  expect(desk.unattended().map(({ report, outcome }) => `${report} ${outcome}`)).toEqual(
    expect.arrayContaining(['A done', 'B failed', 'C failed', 'D done']),
  );
  const { reports } = desk.overview().schedules!;
  expect(reports.map(({ failures }) => failures).sort()).toEqual([0, 0, 1, 1]);
});

test('the next run is shown, and a schedule can be changed and switched off', () => {
  const desk = openDesk(start);
  const id = desk.schedule('Report', { every: 'day', hour: 6, zone: 'Asia/Jakarta' });
  const shown = () => desk.overview().schedules!.reports;
  expect(shown()).toMatchObject([
    { reportId: id, owner: 'you', ownerName: ANN, nextRun: '2026-10-20T23:00:00Z' },
  ]);
  desk.call('setSchedule', { reportId: id, schedule: { every: 'hour' } });
  expect(shown()).toMatchObject([{ nextRun: '2026-10-20T10:00:00Z' }]);
  desk.call('setSchedule', { reportId: id, schedule: 'none' });
  expect(shown()).toEqual([]);
  expect(desk.runtime.triggers()).toEqual([]);
});

test('a schedule in a zone that does not exist is refused, and nothing is saved', () => {
  const desk = openDesk(start);
  const id = desk.schedule('Report', 'none');
  const reply = desk.reply('setSchedule', {
    reportId: id,
    schedule: { every: 'day', hour: 6, zone: 'Asia/Atlantis' },
  });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'unknown_zone' } });
  expect(desk.overview().schedules!.reports).toEqual([]);
});

test('a run that was left is gone on with once nobody watches it any more', () => {
  const desk = openDesk(start);
  desk.schedule('Weekly', { every: 'week', weekday: 0, hour: 7, zone: 'UTC' });
  const id = desk.schedule('By hand', 'none');
  desk.call('startRun', { reportId: id });
  desk.overview();
  desk.tick(HOUR);
  expect(desk.unattended()).toMatchObject([{ report: 'By hand', outcome: 'done' }]);
  expect(desk.overview().unfinished).toBeNull();
});

test('a dispatch killed at one report lets the others have their turn first, and counts as six minutes', () => {
  const desk = openDesk(start);
  desk.schedule('A', { every: 'hour' });
  desk.schedule('B', { every: 'hour' });
  desk.tick(HOUR, { killAt: 60 });
  expect(desk.unattended()).toEqual([]);
  const before = desk.call('quota', null).triggerMinutes.used;
  desk.tick(HOUR);
  const names = desk.unattended().map(({ report }) => report);
  expect(names).toHaveLength(2);
  desk.tick(HOUR);
  expect(desk.call('quota', null).triggerMinutes.used).toBeGreaterThanOrEqual(before + 6);
});

test('without a spreadsheet it records that, and the sidebar says what to do', () => {
  const desk = openDesk(start);
  desk.schedule('Hourly', { every: 'hour' });
  desk.runtime.tick(3 * HOUR, { document: undefined } as never);
  expect(desk.unattended()).toEqual([]);
  expect(desk.overview().schedules!.problem).toMatchObject({ code: 'no_spreadsheet' });
  desk.tick(HOUR);
  expect(desk.overview().schedules!.problem).toBeNull();
});

test.each(['bound', 'addon'] as const)('works installed as %s', (installedAs) => {
  const desk = openDesk(start, { installedAs });
  desk.schedule('Hourly', { every: 'hour' });
  desk.tick(2 * HOUR);
  expect(desk.unattended()).toHaveLength(2);
});

test('a backfill goes on at each dispatch until it is done, and needs no report', () => {
  const desk = openDesk(start);
  desk.call('startBackfill', { shop: 'sample', since: '2026-08-01' });
  expect(desk.runtime.triggers()).toHaveLength(1);
  desk.tick(2 * HOUR);
  expect(desk.reply('continueBackfill', { shop: 'sample' })).toMatchObject({ problem: { code: 'run_gone' } });
  desk.overview();
  expect(desk.runtime.triggers()).toEqual([]);
});

import fc from 'fast-check';
import { parseReport } from '../../../src/shared/report';
import { formOf, type ScheduleForm, scheduleOf } from '../../../src/sidebar/report/schedule-form';
import { scheduleWords } from '../../../src/sidebar/words/schedule';
import { BUSY, bad, CONNECTED, ok, SCHEDULED, savedReport } from '../fixtures';
import { Play } from './play';

const { definition } = savedReport();
const forms: fc.Arbitrary<ScheduleForm> = fc.record({
  every: fc.constantFrom('none', 'hour', 'day', 'week', 'month'),
  hour: fc.integer({ min: 0, max: 23 }),
  weekday: fc.integer({ min: 0, max: 6 }),
  day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant('last' as const)),
  zone: fc.constantFrom('UTC', 'Asia/Jakarta'),
});

test('whatever the form says is a schedule that the server takes, and reads back as the same schedule', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const schedule = scheduleOf(form);
      expect(parseReport({ ...definition, schedule })).toMatchObject({ report: { schedule } });
      expect(scheduleOf(formOf({ schedule, zone: form.zone }))).toEqual(schedule);
    }),
  );
});

test.each([
  [{ every: 'hour' }, 'Every hour'],
  [{ every: 'day', hour: 6 }, 'Every day at 06:00, America/New York'],
  [{ every: 'week', weekday: 6, hour: 23 }, 'Every Sunday at 23:00, America/New York'],
  [{ every: 'month', day: 28, hour: 0 }, 'Every month on day 28 at 00:00, America/New York'],
  [{ every: 'month', day: 'last', hour: 6 }, 'Every month on the last day at 06:00, America/New York'],
] as const)('%j in words', (form, words) => {
  const zone = 'America/New_York';
  expect(scheduleWords({ ...formOf({ schedule: 'none', zone }), ...form })).toBe(words);
});

test('what the first version saved as daily is midnight in the report’s zone', () => {
  expect(formOf({ schedule: 'daily', zone: 'Asia/Tokyo' })).toMatchObject({
    every: 'day',
    hour: 0,
    zone: 'Asia/Tokyo',
  });
});

test('a first schedule is proposed in the shop’s zone', () => {
  const shop = CONNECTED.shops[1]!;
  const report = savedReport();
  const of = (zone: string) =>
    Play.opened({
      ...CONNECTED,
      reports: [{ ...report, definition: { ...definition, shops: [shop.id], zone } }],
    })
      .send({ type: 'schedule', id: 'r1' })
      .page('schedule').form.zone;
  expect(of('UTC')).toBe('Asia/Kuala_Lumpur');
  expect(of('Europe/London')).toBe('Europe/London');
});

test('saving sends the schedule once and leads home with what now holds', () => {
  const play = Play.opened(BUSY).send({ type: 'schedule', id: 'r1' });
  play.send(
    { type: 'scheduleForm', change: { every: 'week' } },
    { type: 'scheduleForm', change: { weekday: 4 } },
  );
  play.send({ type: 'saveSchedule' }, { type: 'saveSchedule' });
  expect(play.calls()).toEqual([
    {
      name: 'setSchedule',
      input: { reportId: 'r1', schedule: { every: 'week', weekday: 4, hour: 6, zone: 'Asia/Jakarta' } },
    },
  ]);
  play.answer('setSchedule', ok(SCHEDULED));
  expect(play.page('home').notice?.text).toBe('Sales by day: Every Friday at 06:00, Asia/Jakarta.');
});

test('a refused schedule stays in the form', () => {
  const play = Play.opened(BUSY).send({ type: 'schedule', id: 'r1' });
  play.send({ type: 'scheduleForm', change: { every: 'day' } }, { type: 'saveSchedule' });
  play.answer('setSchedule', bad('unknown_zone', { zone: 'Mars/Base' }));
  expect(play.page('schedule').form.every).toBe('day');
});

test('a colleague’s schedule is taken over as it is', () => {
  const play = Play.opened(SCHEDULED).send({ type: 'schedule', id: 'r2' }, { type: 'takeSchedule' });
  expect(play.calls()).toEqual([{ name: 'takeSchedule', input: { reportId: 'r2' } }]);
  play.answer('takeSchedule', ok(SCHEDULED));
  expect(play.state.page.at).toBe('schedule');
  expect(play.state.said).toBe('You refresh this report from now on.');
});

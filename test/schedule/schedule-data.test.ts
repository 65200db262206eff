import { parseReport } from '../../src/shared/report';

const parsed = (schedule: unknown) =>
  parseReport({ name: 'R', shops: ['sample'], metrics: ['gmv'], dimensions: [], range: 'today', schedule });

test.each([
  'none',
  'daily',
  { every: 'hour' },
  { every: 'day', hour: 23, zone: 'UTC' },
  { every: 'week', weekday: 6, hour: 0, zone: 'Asia/Jakarta' },
  { every: 'month', day: 28, hour: 5, zone: 'UTC' },
  { every: 'month', day: 'last', hour: 5, zone: 'UTC' },
])('%j is a schedule and stays as it is', (schedule) => {
  expect(parsed(schedule)).toMatchObject({ report: { schedule } });
});

test.each([
  'weekly',
  { every: 'hour', hour: 3 },
  { every: 'day', hour: 24, zone: 'UTC' },
  { every: 'day', hour: 3 },
  { every: 'week', weekday: 7, hour: 3, zone: 'UTC' },
  { every: 'month', day: 31, hour: 3, zone: 'UTC' },
  { every: 'month', day: 'first', hour: 3, zone: 'UTC' },
  { every: 'minute' },
])('%j is none, and the place is named', (schedule) => {
  expect(parsed(schedule)).toEqual({ issues: [expect.stringMatching(/^schedule(\.\w+)?: \S/)] });
});

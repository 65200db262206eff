import { beginsInSummerTime, dayNumber } from '../../src/server/sample/calendar';

/** Offset of a zone's clocks when a day begins there, in hours. */
function offsetAt(zone: string, day: number, standard: number): number {
  const midnight = (day * 86_400 - standard * 3600) * 1000;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  return Number(parts.format(midnight)) === 1 ? standard + 1 : standard;
}

test.each([
  ['us', 'America/Los_Angeles', -8],
  ['eu', 'Europe/London', 0],
  ['eu', 'Europe/Berlin', 1],
] as const)('days begin in summer time as the clocks of %s say (%s)', (rule, zone, standard) => {
  for (let day = dayNumber('2024-01-01'); day < dayNumber('2028-01-01'); day++)
    expect([day, beginsInSummerTime(rule, day)]).toEqual([day, offsetAt(zone, day, standard) !== standard]);
});

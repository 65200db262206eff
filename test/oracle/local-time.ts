/** What a clock on the wall of a zone shows at an instant, by Intl alone. */
export type LocalTime = {
  readonly date: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  /** "2026-01-31T09:05:00+07:00"; UTC itself, or the same, is written Z. */
  readonly iso: string;
};

const clocks = new Map<string, (seconds: number) => LocalTime>();

export function localTime(seconds: number, zone: string): LocalTime {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = clockOf(zone);
    clocks.set(zone, clock);
  }
  return clock(seconds);
}

function clockOf(zone: string): (seconds: number) => LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const known = new Map<number, LocalTime>();
  return (seconds) => {
    let found = known.get(seconds);
    if (!found) {
      const part = Object.fromEntries(
        format.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]),
      );
      const date = `${part['year']}-${part['month']}-${part['day']}`;
      const shown = `${date}T${part['hour']}:${part['minute']}:${part['second']}`;
      const ahead = Date.parse(`${shown}Z`) / 1000 - seconds;
      found = {
        date,
        year: Number(part['year']),
        month: Number(part['month']),
        day: Number(part['day']),
        hour: Number(part['hour']),
        iso: shown + offsetText(ahead),
      };
      known.set(seconds, found);
    }
    return found;
  };
}

function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const minutes = Math.abs(seconds) / 60;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 0 for Monday … 6 for Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

const monday = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - weekdayOf(date) * 86_400_000).toISOString().slice(0, 10);

/** The time dimensions: cell of a local time. */
export const TIME_PARTS: Readonly<Record<string, (time: LocalTime) => string | number>> = {
  date: ({ date }) => date,
  hour: ({ hour }) => hour,
  day_of_week: ({ date }) => WEEKDAYS[weekdayOf(date)]!,
  week: ({ date }) => monday(date),
  month: ({ date }) => date.slice(0, 7),
  quarter: ({ year, month }) => `${year}-Q${Math.ceil(month / 3)}`,
  year: ({ year }) => year,
};

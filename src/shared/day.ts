/**
 * Calendar days, half-open ranges, presets and time zones. A Day is the number of days since 1970-01-01 in some
 * zone; a time is integer unix seconds; all ranges are `[since, until)`. No other file does date arithmetic.
 */

export type Day = number;
export interface DayRange {
  since: Day;
  until: Day;
}
export interface TimeRange {
  since: number;
  until: number;
}

/** Seconds that a zone is ahead of UTC at a unix time. */
export type Offset = (time: number) => number;

const DAY_SECONDS = 86_400;
const floorDiv = (a: number, b: number) => Math.floor(a / b);
const mod = (a: number, b: number) => a - floorDiv(a, b) * b;
const two = (n: number) => (n < 10 ? '0' : '') + n;

/** Day of a civil date in the Gregorian calendar; months 1–12. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDiv(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDiv(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + dayOfMonth - 1;
  return (
    era * 146_097 + yearOfEra * 365 + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100) + dayOfYear - 719_468
  );
}

/** Civil date of a Day. */
export function civil(day: Day): { year: number; month: number; day: number } {
  const z = day + 719_468;
  const era = floorDiv(z, 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = floorDiv(
    dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36_524) - floorDiv(dayOfEra, 146_096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shifted = floorDiv(5 * dayOfYear + 2, 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floorDiv(153 * shifted + 2, 5) + 1,
  };
}

/** "2026-01-31" of a Day. */
export function isoDay(day: Day): string {
  const date = civil(day);
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** Day of "2026-01-31"; null when the text is no real date. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : null;
}

/** "2026-01-31T23:59:59" (no zone mark) of local seconds since 1970. */
export function isoLocal(localSeconds: number): string {
  const day = floorDiv(localSeconds, DAY_SECONDS);
  const rest = localSeconds - day * DAY_SECONDS;
  return `${isoDay(day)}T${two(floorDiv(rest, 3600))}:${two(floorDiv(rest, 60) % 60)}:${two(rest % 60)}`;
}

/** 0 = Monday … 6 = Sunday. */
export const weekday = (day: Day): number => mod(day + 3, 7);
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** First day of the week that begins on `start` (0 = Monday, 6 = Sunday). */
export const weekStart = (day: Day, start = 0): Day => day - mod(weekday(day) - start, 7);
/** First day of the month, `ahead` months later. */
export function monthStart(day: Day, ahead = 0): Day {
  const { year, month } = civil(day);
  const index = year * 12 + (month - 1) + ahead;
  return dayOf(floorDiv(index, 12), mod(index, 12) + 1, 1);
}
export const quarterStart = (day: Day, ahead = 0): Day =>
  monthStart(day, -((civil(day).month - 1) % 3) + ahead * 3);
export const yearStart = (day: Day, ahead = 0): Day => dayOf(civil(day).year + ahead, 1, 1);

/** Day on which a unix time falls in the zone. */
export const localDay = (time: number, offset: Offset): Day => floorDiv(time + offset(time), DAY_SECONDS);

/** Unix time at which a day begins in the zone: the first instant with that local date, also where midnight is skipped or doubled. */
export function startOfDay(day: Day, offset: Offset): number {
  const wanted = day * DAY_SECONDS;
  let low = wanted - 2 * DAY_SECONDS;
  let high = wanted + 2 * DAY_SECONDS;
  const guess = wanted - offset(wanted - offset(wanted));
  if (localDay(guess, offset) === day && localDay(guess - 1, offset) === day - 1) return guess;
  while (high - low > 1) {
    const middle = floorDiv(low + high, 2);
    if (localDay(middle, offset) >= day) high = middle;
    else low = middle;
  }
  return high;
}

/** The instants of a range of days. */
export const timesOf = (range: DayRange, offset: Offset): TimeRange => ({
  since: startOfDay(range.since, offset),
  until: startOfDay(range.until, offset),
});

/**
 * Offsets of a zone over a span from a slow probe: looked up every 14 days, changes found by bisection, then answered
 * from a short table. (Two changes within 14 days would be missed; no zone has made such a pair in the API's years.)
 */
export function offsetTable(probe: Offset, since: number, until: number): Offset {
  const starts: number[] = [since];
  const offsets: number[] = [probe(since)];
  let at = since;
  while (at < until) {
    const next = Math.min(at + 14 * DAY_SECONDS, until);
    const offsetThen = probe(next);
    if (offsetThen !== offsets[offsets.length - 1]) {
      let low = at;
      let high = next;
      const before = offsets[offsets.length - 1];
      while (high - low > 1) {
        const middle = floorDiv(low + high, 2);
        if (probe(middle) === before) low = middle;
        else high = middle;
      }
      starts.push(high);
      offsets.push(offsetThen);
    }
    at = next;
  }
  let hint = 0;
  return (time) => {
    // Rows come roughly in order of time, so the last answer is mostly the next one too.
    while (hint + 1 < starts.length && time >= (starts[hint + 1] as number)) hint++;
    while (hint > 0 && time < (starts[hint] as number)) hint--;
    return offsets[hint] as number;
  };
}

/** Date presets by name; `A..B` (both days included) stands beside them. */
export const PRESETS = {
  today: 'Today',
  yesterday: 'Yesterday',
  last_7_days: 'Last 7 days',
  last_14_days: 'Last 14 days',
  last_28_days: 'Last 28 days',
  last_30_days: 'Last 30 days',
  last_90_days: 'Last 90 days',
  last_365_days: 'Last 365 days',
  last_24_hours: 'Last 24 hours',
  this_week: 'This week to date',
  last_week: 'Last week',
  this_month: 'This month to date',
  last_month: 'Last month',
  last_month_to_date: 'Last month, as far as this one',
  last_12_months: 'Last 12 months',
  this_quarter: 'This quarter to date',
  last_quarter: 'Last quarter',
  this_year: 'This year to date',
  last_year: 'Last year',
  last_year_to_date: 'Last year, as far as this one',
  all: 'All stored',
} as const;

/** Before there was a TikTok Shop: 2019-01-01. */
const FIRST_DAY = 17_897;
const HOURS = /^last_([1-9]\d{0,3})_hours$/;

/** First day of a unit of time, so many of them ahead. */
const STARTS: Record<string, (day: Day, ahead: number, weekBegins: number) => Day> = {
  day: (day, ahead) => day + ahead,
  week: (day, ahead, weekBegins) => weekStart(day, weekBegins) + 7 * ahead,
  month: monthStart,
  quarter: quarterStart,
  year: yearStart,
};

/**
 * Days of a date range as text: one day, `A..B` with both days included, `last_N_days` (weeks, months, quarters, years:
 * whole ones before the one of today; `last_N_days_to_date`: and today as well), `this_week` (… up to today; `this_week_whole`: with the days to come),
 * `last_week` (… whole; `last_week_to_date`: as far as this one has come). Of `all` and `last_N_hours`, days among which
 * they lie. Null when the text is none of these.
 */
export function resolveRange(text: string, today: Day, weekBegins = 0): DayRange | null {
  if (text === 'all') return { since: FIRST_DAY, until: today + 1 };
  const hours = HOURS.exec(text);
  if (hours) return { since: today - Math.ceil(Number(hours[1]) / 24) - 1, until: today + 1 };
  if (text === 'today') return { since: today, until: today + 1 };
  if (text === 'yesterday') return { since: today - 1, until: today };
  const last = /^last_([1-9]\d{0,3})_(day|week|month|quarter|year)s(_to_date)?$/.exec(text);
  if (last) {
    const start = STARTS[last[2] as string] as (typeof STARTS)[string];
    const until = last[3] ? today + 1 : start(today, 0, weekBegins);
    return { since: start(today, -Number(last[1]), weekBegins), until };
  }
  const named = /^(this|last)_(week|month|quarter|year)(_whole|_to_date)?$/.exec(text);
  if (named) {
    const start = STARTS[named[2] as string] as (typeof STARTS)[string];
    const [, which, , form] = named;
    const [before, since, until] = [-1, 0, 1].map((ahead) => start(today, ahead, weekBegins)) as [
      Day,
      Day,
      Day,
    ];
    if (which === 'this') return { since, until: form === '_whole' ? until : today + 1 };
    if (form !== '_to_date') return { since: before, until: since };
    return { since: before, until: Math.min(before + (today + 1 - since), since) };
  }
  const [first, second, more] = text.split('..');
  const since = parseDay((first ?? '').trim());
  const end = second === undefined ? since : parseDay(second.trim());
  if (since === null || end === null || more !== undefined || end < since) return null;
  return { since, until: end + 1 };
}

/**
 * Instants of `last_N_hours`: N whole ones before that of `now`, by the zone's clock; or of two unix times, `@A..B`, the
 * second not included. Null for any other text.
 */
export function resolveHours(text: string, now: number, offset: Offset): TimeRange | null {
  const fixed = /^@(\d+)\.\.(\d+)$/.exec(text);
  if (fixed) return { since: Number(fixed[1]), until: Number(fixed[2]) };
  const match = HOURS.exec(text);
  if (!match) return null;
  const until = now - mod(now + offset(now), 3600);
  return { since: until - Number(match[1]) * 3600, until };
}

/**
 * The range that another is compared to, and how its days move to stand beside the report's: some months, then some days
 * ahead. `previous_period`: as many days before, or months where the range is whole ones; `last_year`;
 * `same_weekdays`: 52 weeks before; or a range, whose first day stands beside the first. Null when it is none of these.
 */
export function resolveComparison(
  text: string,
  { since, until }: DayRange,
  today: Day,
  weekBegins = 0,
): { days: DayRange; months: number; ahead: number } | null {
  const before = (months: number, ahead: number) => ({
    days: { since: addMonths(since, -months) - ahead, until: addMonths(until, -months) - ahead },
    months,
    ahead,
  });
  if (text === 'last_year') return before(12, 0);
  if (text === 'same_weekdays') return before(0, 364);
  if (text === 'previous_period') {
    const months = [since, until].every((day) => civil(day).day === 1) ? monthsBetween(since, until) : 0;
    return before(months, months > 0 ? 0 : until - since);
  }
  const days = resolveRange(text, today, weekBegins);
  return days && { days, months: 0, ahead: since - days.since };
}

const monthsBetween = (since: Day, until: Day): number =>
  (civil(until).year - civil(since).year) * 12 + civil(until).month - civil(since).month;

/** The same day of another month, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  if (months === 0) return day;
  const start = monthStart(day, months);
  return start + Math.min(civil(day).day, monthStart(start, 1) - start) - 1;
}

/** Days of a range in words: "Oct 23 – Nov 21, 2026". */
import { civil, type DayRange, parseDay } from '../../shared/day';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Nov 1, 2024" for "2024-11-01". */
export function day(iso: string): string {
  const found = parseDay(iso);
  return found === null ? iso : days({ since: found, until: found + 1 });
}

export function days(range: DayRange): string {
  const first = civil(range.since);
  const last = civil(range.until - 1);
  const month = (date: typeof first) => MONTHS[date.month - 1];
  const end = `${month(last)} ${last.day}, ${last.year}`;
  if (range.until - range.since === 1) return end;
  if (first.year !== last.year) return `${month(first)} ${first.day}, ${first.year} – ${end}`;
  return first.month === last.month
    ? `${month(first)} ${first.day} – ${last.day}, ${last.year}`
    : `${month(first)} ${first.day} – ${end}`;
}

// Utilities.formatDate: patterns of Java's SimpleDateFormat, in English.
import { zoneOffset } from './zone';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Throws the name of a letter that has no meaning. */
export function formatPattern(ms: number, zone: string, pattern: string): string {
  const offset = zoneOffset(zone, ms);
  const date = new Date(ms + offset);
  const tokens = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return tokens.map((token) => part(token, date, offset, zone)).join('');
}

function part(token: string, date: Date, offset: number, zone: string): string {
  const width = token.length;
  const pad = (n: number): string => String(n).padStart(width, '0');
  const hours = date.getUTCHours();
  switch (token[0]) {
    case "'":
      return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
    case 'G':
      return date.getUTCFullYear() > 0 ? 'AD' : 'BC';
    case 'y':
      return width === 2 ? String(date.getUTCFullYear() % 100).padStart(2, '0') : pad(date.getUTCFullYear());
    case 'Y':
      return width === 2 ? String(isoWeek(date).year % 100).padStart(2, '0') : pad(isoWeek(date).year);
    case 'M':
    case 'L': {
      const name = months[date.getUTCMonth()] ?? '';
      return width > 3 ? name : width === 3 ? name.slice(0, 3) : pad(date.getUTCMonth() + 1);
    }
    case 'w':
      return pad(isoWeek(date).week);
    case 'D':
      return pad(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1);
    case 'd':
      return pad(date.getUTCDate());
    case 'E': {
      const name = days[date.getUTCDay()] ?? '';
      return width > 3 ? name : name.slice(0, 3);
    }
    case 'u':
      return pad(date.getUTCDay() || 7);
    case 'a':
      return hours < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hours);
    case 'k':
      return pad(hours || 24);
    case 'K':
      return pad(hours % 12);
    case 'h':
      return pad(hours % 12 || 12);
    case 'm':
      return pad(date.getUTCMinutes());
    case 's':
      return pad(date.getUTCSeconds());
    case 'S':
      return pad(date.getUTCMilliseconds());
    case 'Z':
      return offsetText(offset, '');
    case 'X':
      if (offset === 0) return 'Z';
      return width === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, width === 3 ? ':' : '');
    case 'z':
      return offset === 0 ? (/GMT|UTC/.exec(zone)?.[0] ?? 'GMT') : `GMT${offsetText(offset, ':')}`;
    default:
      if (/^[A-Za-z]/.test(token)) throw new Error(`Illegal pattern character '${token[0]}'`);
      return token;
  }
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
}

function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1 };
}

// What becomes of text that is entered into a cell, by hand or by `setValues`, which parses just the same.
import { conventionsOf } from './locale';
import { wallToSerial } from './zone';

export interface Entry {
  value: string | number | boolean | null;
  formula?: string;
  /** The format that Sheets gives the cell if it has none. */
  format?: string;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `format` is the cell's format: '@' keeps text as it is, but for a formula (see below). */
export function parseEntry(text: string, format: string, locale: string, nowMs: number): Entry {
  if (text === '') return { value: null };
  // Whether a script's '=…' stays text in a cell of format '@' is not documented: assume the dangerous answer.
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  if (format === '@') return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const entry = parseNumber(trimmed, locale) ?? parseDate(trimmed, locale, nowMs);
  if (entry) return entry;
  // Typing '+A1' enters a formula; the documentation of setValues is silent, so again the dangerous answer.
  if (/^[+-][^\s\d]/.test(text)) return { value: null, formula: `=${text}` };
  return { value: text };
}

function parseNumber(text: string, locale: string): Entry | null {
  const { decimal, thousands } = conventionsOf(locale);
  const match =
    /^(\()?([+-])?\s*([$€£¥₫฿₱]|RM|Rp|S\$)?\s*([+-])?([\d.,\s]*\d[.,]?)(e[+-]?\d+)?\s*(%)?(\))?$/i.exec(text);
  if (!match) return null;
  const [, open, sign, currency, innerSign, digits = '', exponent, percent, close] = match;
  if (Boolean(open) !== Boolean(close)) return null;
  const point = digits.lastIndexOf(decimal);
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fraction = point < 0 ? '' : digits.slice(point + 1);
  if (!/^\d*$/.test(fraction)) return null;
  // '22 34' reads as 2234; a separator is otherwise only good before groups of three.
  const grouped = thousands === '.' ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}([, ]\d{3})+$/;
  if (!/^\d*$/.test(whole) && !grouped.test(whole) && !/^\d+( \d+)+$/.test(whole)) return null;
  const number = Number(`${whole.replaceAll(/[.,\s]/g, '') || '0'}.${fraction || '0'}${exponent ?? ''}`);
  if (!Number.isFinite(number)) return null;
  const negative = Boolean(open) || sign === '-' || innerSign === '-';
  const value = (negative ? -number : number) / (percent ? 100 : 1);
  if (percent) return { value, format: fraction ? '0.00%' : '0%' };
  if (currency) return { value, format: fraction ? `"${currency}"#,##0.00` : `"${currency}"#,##0` };
  if (exponent) return { value, format: '0.00E+00' };
  if (grouped.test(whole)) return { value, format: fraction ? '#,##0.00' : '#,##0' };
  return { value };
}

function parseDate(text: string, locale: string, nowMs: number): Entry | null {
  const [, dayText = '', time] =
    /^(.*?)(?:(?:^|[ T])(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?))?$/i.exec(text) ?? [];
  const clock = time === undefined ? 0 : parseTime(time);
  if (clock === null) return null;
  if (dayText.trim() === '') return time === undefined ? null : { value: clock, format: 'h:mm:ss am/pm' };
  const day = parseDay(dayText.trim(), locale, nowMs);
  if (!day) return null;
  return time === undefined
    ? { value: day.serial, format: day.format }
    : { value: day.serial + clock, format: `${day.format} h:mm:ss` };
}

function parseTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([ap]m)?$/i.exec(text);
  if (!match) return null;
  const [, hourText, minutes, seconds = '0', half] = match;
  let hours = Number(hourText);
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return (hours * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

function parseDay(text: string, locale: string, nowMs: number): { serial: number; format: string } | null {
  const { dayFirst } = conventionsOf(locale);
  const thisYear = new Date(nowMs).getUTCFullYear();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (numeric) {
    const [, first, , second, year] = numeric;
    const [month, day] = dayFirst ? [second, first] : [first, second];
    const format = dayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy';
    return serialOf(fullYear(year, thisYear), Number(month), Number(day), format);
  }
  const named = /^(?:(\d{1,2})[\s-]+)?([a-z]{3,9})\.?(?:[\s-]+(\d{1,2}))??(?:,?[\s-]+(\d{4}|\d{2}))?$/i.exec(
    text,
  );
  if (named) {
    const month = monthNames.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
    const day = named[1] ?? named[3];
    if (
      month === 0 ||
      !/^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i.test(
        named[2] ?? '',
      )
    )
      return null;
    if (day === undefined && named[4] === undefined) return null;
    return serialOf(fullYear(named[4], thisYear), month, Number(day ?? 1), day ? 'd mmm yyyy' : 'mmm yyyy');
  }
  return null;
}

function fullYear(text: string | undefined, thisYear: number): number {
  if (text === undefined) return thisYear;
  return text.length === 2 ? Number(text) + (Number(text) < 50 ? 2000 : 1900) : Number(text);
}

function serialOf(year: number, month: number, day: number, format: string) {
  const wall = Date.UTC(year, month - 1, day);
  const back = new Date(wall);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return { serial: wallToSerial(wall), format };
}

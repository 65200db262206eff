// The text that a cell shows, for the formats that reports use: numbers, percentages, dates, literal text, sections.
import { conventionsOf } from './locale';
import type { Primitive } from './state';
import { serialToWall } from './zone';

export const GENERAL = '0.###############';

export const isGeneral = (format: string): boolean =>
  format === GENERAL || format === '' || format.toLowerCase() === 'general';

const withoutLiterals = (format: string): string => format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');

export const isDateFormat = (format: string): boolean =>
  format !== '@' && !isGeneral(format) && /[ymdhs]/i.test(withoutLiterals(format));

export function displayText(value: Primitive, format: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === '@' || isGeneral(format)) return generalNumber(value, locale);
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [format];
  const index = value < 0 && sections[1] !== undefined ? 1 : value === 0 && sections[2] !== undefined ? 2 : 0;
  const section = sections[index] ?? format;
  if (isDateFormat(section)) return dateText(value, section);
  return numberText(index === 1 ? -value : value, section, locale);
}

function generalNumber(value: number, locale: string): string {
  const short = Number(value.toPrecision(15));
  const text =
    Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-9)
      ? short
          .toExponential()
          .replace(/e([+-])(\d)$/, 'E$10$2')
          .replace('e', 'E')
      : String(Number(short.toPrecision(10)) === short ? short : Number(short.toFixed(9)));
  return text.replace('.', conventionsOf(locale).decimal);
}

function numberText(value: number, section: string, locale: string): string {
  const { decimal, thousands } = conventionsOf(locale);
  const bare = withoutLiterals(section);
  const pattern = /[#0?][#0?,.]*(?:E[+-]0+)?/i.exec(bare)?.[0];
  if (pattern === undefined) return literalText(section, () => '');
  const scaled = value * 100 ** (bare.match(/%/g)?.length ?? 0);
  let digits: string;
  if (/E[+-]/i.test(pattern)) {
    const places = /\.(0*)/.exec(pattern)?.[1]?.length ?? 0;
    const [mantissa = '', power = '0'] = Math.abs(scaled).toExponential(places).split('e');
    digits = `${mantissa}E${power.startsWith('-') ? '-' : '+'}${power.replace(/[+-]/, '').padStart(2, '0')}`;
  } else {
    const [wholePattern = '', fractionPattern = ''] = pattern.split('.');
    const most = fractionPattern.replaceAll(/[^0#?]/g, '').length;
    const least = fractionPattern.replaceAll(/[^0]/g, '').length;
    // toFixed works on the binary value; Sheets rounds the decimal one (1.005 → 1.01).
    const [whole = '0', fraction = ''] = roundDecimal(Math.abs(scaled), most).split('.');
    const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
    const padded = whole.padStart(wholePattern.replaceAll(/[^0]/g, '').length, '0');
    const shown = wholePattern.includes('0') || padded !== '0' ? padded : '';
    const groupedWhole = wholePattern.includes(',')
      ? shown.replaceAll(/\B(?=(\d{3})+(?!\d))/g, thousands)
      : shown;
    digits = groupedWhole + (kept || (fractionPattern === '' && pattern.includes('.')) ? decimal + kept : '');
  }
  const sign = scaled < 0 && /[1-9]/.test(digits) ? '-' : '';
  let placed = false;
  const text = literalText(section, (token) => {
    if (placed || token === '%') return token === '%' ? '%' : '';
    placed = true;
    return digits;
  });
  return sign + text;
}

function roundDecimal(value: number, places: number): string {
  if (value >= 1e21) return value.toFixed(0);
  const rounded = Number(`${Math.round(Number(`${value.toPrecision(15)}e${places}`))}e-${places}`);
  return (Number.isFinite(rounded) ? rounded : value).toFixed(places);
}

/** Copies literal parts of a section and asks for the rest. */
function literalText(section: string, render: (token: string) => string): string {
  const tokens = section.match(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|%|[#0?][#0?,.]*(?:E[+-]0+)?|./gi) ?? [];
  return tokens
    .map((token) => {
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      if (token.startsWith('[')) return /^\[\$([^\]-]*)/.exec(token)?.[1] ?? '';
      if (token.startsWith('_')) return ' ';
      if (token.startsWith('*') && token.length === 2) return '';
      return /^[#0?%]/.test(token) ? render(token) : token;
    })
    .join('');
}

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

function dateText(serial: number, section: string): string {
  // Sheets shows whole seconds; a serial such as 10:20:30 is rarely exact in binary.
  const date = new Date(Math.round(serialToWall(serial) / 1000) * 1000);
  const tokens = section.match(/"[^"]*"|\\.|\[[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+|\.0+|./gi) ?? [];
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  return tokens
    .map((token, i) => {
      const kind = token[0]?.toLowerCase();
      const width = token.length;
      const padded = (n: number): string => String(n).padStart(Math.min(width, 2), '0');
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      if (token.startsWith('[')) return '';
      if (/^am\/pm$/i.test(token)) return date.getUTCHours() < 12 ? 'AM' : 'PM';
      if (kind === 'y')
        return width <= 2 ? String(date.getUTCFullYear()).slice(-2) : String(date.getUTCFullYear());
      if (kind === 'd')
        return width >= 3
          ? (days[date.getUTCDay()] ?? '').slice(0, width === 3 ? 3 : 9)
          : padded(date.getUTCDate());
      if (kind === 'h') return padded(half ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
      if (kind === 's') return padded(date.getUTCSeconds());
      if (kind === 'm') {
        if (isMinute(tokens, i)) return padded(date.getUTCMinutes());
        const name = months[date.getUTCMonth()] ?? '';
        return width >= 3 ? name.slice(0, width === 3 ? 3 : 9) : padded(date.getUTCMonth() + 1);
      }
      return /^\.0+$/.test(token) ? `.${'0'.repeat(width - 1)}` : token;
    })
    .join('');
}

/** `m` means minutes after an hour or before seconds. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const letter = (token: string | undefined): boolean =>
    /^[ymdhs]/i.test(token ?? '') && !/^am\/pm/i.test(token ?? '');
  const before = tokens.slice(0, at).reverse().find(letter);
  const after = tokens.slice(at + 1).find(letter);
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

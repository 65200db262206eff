import { isoDay, localDay, parseDay } from '../../shared/day';
import { decimalsOf, toScaled } from '../../shared/money';
import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import type { Rates } from '../core/plan';
import type { Deps } from './deps';

/** Decimals that a spreadsheet's number has at most here: cells hold floats, and 1 ÷ 3 has no end. */
const MOST_DECIMALS = 12;

/** A day from a cell: a date, a serial number, or text. */
export function dayText(deps: Deps, cell: unknown): string {
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000) return isoDay(Math.floor(cell) - 25_569);
  if (Object.prototype.toString.call(cell) === '[object Date]') {
    const time = Math.floor((cell as Date).getTime() / 1000);
    return isoDay(localDay(time, (at) => deps.zones.offset(deps.platform.sheetZone(), at)));
  }
  return String(cell).trim();
}

/**
 * The user's table of rates: first day (empty: always), currency, and what one unit of it is worth. A first row without a
 * number is taken for a header. Throws ProblemError `bad_input`, naming the row.
 */
export function ratesFor(deps: Deps, { rates }: Pick<ReportDefinition, 'rates'>): Rates | null {
  if (!rates) return null;
  const cells = deps.sheets.values(rates.range);
  const bad = (what: string): never => {
    throw new ProblemError('bad_input', { what });
  };
  if (!cells) return bad(`There is no range ${rates.range} with exchange rates.`);
  const rows = cells.flatMap((row, i) => {
    const [date, currency, rate] = row;
    if (row.every((cell) => cell === '') || (i === 0 && Number.isNaN(Number(rate)))) return [];
    const text = typeof rate === 'number' ? rate.toFixed(MOST_DECIMALS) : String(rate).trim();
    const decimals = decimalsOf(text);
    const day = date === '' ? 0 : parseDay(dayText(deps, date));
    if (decimals === null || decimals > MOST_DECIMALS || day === null || !/^[A-Z]{3}$/.test(String(currency)))
      return bad(`Row ${i + 1} of ${rates.range} is no day, currency and rate.`);
    return [{ day, currency: String(currency), text, decimals }];
  });
  const scale = rows.reduce((most, { decimals }) => Math.max(most, decimals), 0);
  const list = rows.map(({ day, currency, text }, i) => {
    const units = toScaled(text, scale);
    if (units === null || units <= 0) return bad(`Row ${i + 1} of ${rates.range} has no possible rate.`);
    return { day, currency, units };
  });
  return { to: rates.to, scale, list: list.sort((a, b) => a.day - b.day) };
}

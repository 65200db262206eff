import { isReference } from '../../shared/cell';
import { resolveComparison, resolveRange } from '../../shared/day';
import { valuesOf } from '../../shared/filter';
import { ProblemError } from '../../shared/problem';
import type { AskedReport, ReportDefinition } from '../../shared/report';
import { Store } from '../core/store';
import type { Deps } from './deps';
import { dayText } from './rates';
import { knownShops, userShops } from './shops';

/** `=Settings!B2` in a report stands for what the cell holds when it runs. */

const bad = (reference: string, part: string, why: string): never => {
  throw new ProblemError('bad_cell', { cell: reference.trim().slice(1), part, why });
};

/** A text, or that of the cell it names: a date as ISO day. Throws ProblemError `bad_cell`. */
function textOf(deps: Deps, text: string, part: string): string {
  if (!isReference(text)) return text;
  const value = deps.sheets.values(text.trim().slice(1))?.[0]?.[0];
  if (value === undefined) return bad(text, part, 'is not there');
  if (value === '') return bad(text, part, 'is empty');
  const isDate = Object.prototype.toString.call(value) === '[object Date]';
  const found = isDate ? dayText(deps, value) : String(value).trim();
  return /^#(REF!|N\/A|NAME\?|VALUE!|ERROR!|DIV\/0!|NUM!|NULL!)$/.test(found)
    ? bad(text, part, `shows the error ${found}`)
    : found;
}

/** One that has to be of some kind, if it comes from a cell: else what it holds is told. */
function checked(
  deps: Deps,
  text: string,
  part: string,
  fits: (found: string) => boolean,
  kind: string,
): string {
  const found = textOf(deps, text, part);
  return found === text || fits(found) ? found : bad(text, part, `holds “${found}”, which is no ${kind}`);
}

function rangeOf(deps: Deps, range: string, known: (found: string) => unknown): string {
  const found = range
    .split('..')
    .map((part) => textOf(deps, part, 'date range'))
    .join('..');
  return found === range || known(found) !== null
    ? found
    : bad(range.replace('..=', ' or '), 'date range', `holds “${found}”, which is no date range`);
}

/** A shop's id, where a cell has its id or name. */
function shopOf(deps: Deps, text: string): string {
  if (!isReference(text)) return text;
  const found = textOf(deps, text, 'shop');
  const stored = Object.entries(knownShops(new Store(deps.rows))).map(([id, { name }]) => ({ id, name }));
  const isIt = ({ id, name }: { id: string; name: string }): boolean =>
    id === found || name.toLowerCase() === found.toLowerCase();
  const shop = stored.find(isIt) ?? userShops(deps).find(isIt);
  return shop?.id ?? bad(text, 'shop', `holds “${found}”, which is no shop here`);
}

const comparison = (found: string) => resolveComparison(found, { since: 0, until: 1 }, 0);

function limitOf(deps: Deps, limit: ReportDefinition['limit']): number | null {
  if (typeof limit !== 'string') return limit;
  const fits = (found: string): boolean => /^[1-9]\d{0,5}$|^1000000$/.test(found);
  return Number(checked(deps, limit, 'number of rows', fits, 'whole number from 1 to 1,000,000'));
}

/** The report with every cell looked up. Throws ProblemError `bad_cell`, naming the cell and what is wrong with it. */
export function withCells<Report extends ReportDefinition>(
  deps: Deps,
  report: Report,
): Omit<Report, 'limit'> & AskedReport {
  const { shops, range, zone, filters, limit, compare, rates } = report;
  return {
    ...report,
    shops: shops.map((shop) => shopOf(deps, shop)),
    range: rangeOf(deps, range, (found) => resolveRange(found, 0)),
    zone: textOf(deps, zone, 'time zone'),
    filters: filters.map((filter) => ({
      ...filter,
      values: filter.values.flatMap((value) => {
        const found = textOf(deps, value, 'filter');
        return found !== value && ['=', '!=', '><'].includes(filter.operator) ? valuesOf(found) : [found];
      }),
    })),
    limit: limitOf(deps, limit),
    ...(compare ? { compare: { ...compare, to: rangeOf(deps, compare.to, comparison) } } : {}),
    ...(rates
      ? {
          rates: {
            ...rates,
            to: checked(deps, rates.to, 'currency', (found) => /^[A-Z]{3}$/.test(found), 'currency'),
          },
        }
      : {}),
  };
}

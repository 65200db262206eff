import { ProblemError } from '../../shared/problem';
import type { AskedReport } from '../../shared/report';
import { CALCULATIONS, CHANGES } from '../../shared/shape';
import { nearest } from '../core/plan';
import { zoneOffset } from './answer';
import type { Deps } from './deps';

/** What a formula's options say: parts of a report, and what is asked of the table of the answer. */
export interface FormulaOptions {
  report: Partial<Omit<AskedReport, 'shops'>>;
  /** Ids or names; null for all that are stored. */
  shops: string[] | null;
  headers: boolean;
}

type Part = FormulaOptions['report'];

const list = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const wrong = (name: string, value: string, right: string): never => {
  throw new ProblemError('bad_input', { what: `The option ${name}=${value} is not understood: ${right}.` });
};

function truth(name: string, value: string): boolean {
  if (/^(true|yes|1)?$/i.test(value)) return true;
  return /^(false|no|0)$/i.test(value) ? false : wrong(name, value, 'write true or false');
}

const flag =
  (field: 'totals' | 'subtotals' | 'other' | 'dense') =>
  (value: string): Part => ({ [field]: truth(field, value) });

/** What each option makes of its text. Those of `shop`, `headers`, `show`, `to` and `rates` are put together at the end. */
const OPTIONS: Record<string, (value: string, deps: Deps) => Part> = {
  // `-gmv` or, since a cell takes that for a formula, `gmv desc`.
  sort: (value) => ({
    sort: list(value).map((word) => ({
      field: word.replace(/^[-+]|\s+(desc|asc)$/gi, ''),
      descending: /^-|\sdesc$/i.test(word),
    })),
  }),
  limit: (value) => ({
    limit: /^[1-9]\d{0,6}$/.test(value) ? Number(value) : wrong('limit', value, 'write a number of rows'),
  }),
  pivot: (value) => ({ pivot: list(value) }),
  totals: flag('totals'),
  subtotals: flag('subtotals'),
  other: flag('other'),
  dense: flag('dense'),
  time: (value) => ({ time: value }),
  tz: (value, deps) => {
    zoneOffset(deps, value, { since: 0, until: 0 });
    return { zone: value };
  },
  week: (value) =>
    (({ monday: { weekStart: 0 }, sunday: { weekStart: 6 } }) as const)[value.toLowerCase()] ??
    wrong('week', value, 'write monday or sunday'),
  ...Object.fromEntries(
    CALCULATIONS.map((kind) => [
      kind,
      (value: string): Part => ({ calculations: list(value).map((metric) => ({ metric, kind })) }),
    ]),
  ),
};
/** Options that say something only together with others, or nothing about the report. */
const OTHERS = ['shop', 'headers', 'compare', 'show', 'currency', 'rates'];
const KNOWN = [...Object.keys(OPTIONS), ...OTHERS];

/**
 * Reads `"shop=…; sort=-gmv; limit=10"`, or a range of two columns with names and values. Throws ProblemError
 * `bad_input` that names the option and what would be right.
 */
export function readOptions(deps: Deps, input: unknown): FormulaOptions {
  const given = new Map<string, string>();
  for (const [name, value] of pairsOf(input)) {
    // Own names alone: every object knows `__proto__`.
    if (!KNOWN.includes(name))
      throw new ProblemError('bad_input', {
        what: `There is no option “${name}”. Did you mean “${nearest(name, KNOWN)}”?`,
      });
    given.set(name, value);
  }
  const report: Part = {};
  for (const [name, value] of given) {
    const { calculations = [], ...part } = OPTIONS[name]?.(value, deps) ?? {};
    Object.assign(report, part);
    if (calculations.length > 0) report.calculations = [...(report.calculations ?? []), ...calculations];
  }
  const compare = given.get('compare');
  const show = list(given.get('show') ?? CHANGES.join()).map(
    (word) => CHANGES.find((change) => change === word) ?? wrong('show', word, `write ${CHANGES.join(', ')}`),
  );
  if (compare !== undefined) report.compare = { to: compare, show };
  const currency = given.get('currency');
  if (currency !== undefined) {
    const range = given.get('rates');
    if (range === undefined)
      wrong('currency', currency, 'add rates= with the range of your exchange rates, such as Rates!A2:C');
    report.rates = { to: currency, range: range as string };
  }
  const shop = given.get('shop');
  return {
    report,
    shops: shop === undefined ? null : list(shop),
    headers: truth('headers', given.get('headers') ?? ''),
  };
}

/** Names and values, in order. */
function pairsOf(input: unknown): [name: string, value: string][] {
  if (input === undefined || input === null || input === '') return [];
  if (Array.isArray(input) && input.some((row) => Array.isArray(row) && row.length > 1))
    return (input as unknown[][]).flatMap(([name = '', value = '']): [string, string][] =>
      String(name).trim() === '' ? [] : [[String(name).trim().toLowerCase(), String(value).trim()]],
    );
  const texts = Array.isArray(input) ? input.flat() : [input];
  return texts
    .flatMap((text) => String(text).split(';'))
    .filter((text) => text.trim() !== '')
    .map((text): [string, string] => {
      const at = text.indexOf('=');
      return at < 0
        ? [text.trim().toLowerCase(), '']
        : [text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()];
    });
}

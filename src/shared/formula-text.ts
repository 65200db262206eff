import { isReference } from './cell';
import { filterText, parseFilter } from './filter';
import type { ReportInput } from './report';

/** A report as the text of a formula with TIKTOKSHOP, the counterpart of what reads such a formula. */

export type Separator = ',' | ';';
export type FormulaText = { text: string } | { cannot: string };

/** The cell that each refresh and each new day changes: a formula that names it is worked out anew by itself. */
export const VERSION_NAME = 'TIKTOKSHOP_VERSION';

/** What Sheets accepts in a single cell. */
const MOST_CHARACTERS = 50_000;

/** Where the comma separates decimals it can't separate arguments; the semicolon can everywhere. */
export const separatorIn = (locale: string): Separator => (/^(en_(?!ZA)|$)/.test(locale) ? ',' : ';');

/** `cannot` says which part of the report a formula has no way to say. */
export function formulaText(report: ReportInput, separator: Separator): FormulaText {
  const cell = [
    ...report.shops,
    ...report.range.split('..'),
    ...[report.zone, report.limit, report.rates?.to].map(String),
    ...(report.compare?.to ?? '').split('..'),
    ...(report.filters ?? []).flatMap(({ values }) => values),
  ].find(isReference);
  if (cell !== undefined)
    return { cannot: `The report takes “${cell}” from a cell. A formula needs the value itself here.` };
  const filters: string[] = [];
  for (const filter of report.filters ?? []) {
    const text = filterText(filter);
    const read = parseFilter(text);
    const same = typeof read === 'object' && filterText(read) === text && read.operator === filter.operator;
    if (text.includes(';') || !same)
      return {
        cannot: `The filter “${text}” can't stand in a formula: its value would be read otherwise there.`,
      };
    filters.push(text);
  }
  const options = optionsOf(report);
  const odd = options.find((option) => option.includes(';'));
  if (odd !== undefined)
    return { cannot: `“${odd}” can't stand in a formula: a semicolon ends an option there.` };
  const parts = [
    report.metrics.join(),
    report.dimensions.join(),
    report.range,
    filters.join(';'),
    options.join('; '),
  ];
  const text = callText(parts, separator, [VERSION_NAME]);
  return text.length > MOST_CHARACTERS
    ? { cannot: 'The formula would be longer than a cell can hold: use fewer filter values.' }
    : { text };
}

/** A call of TIKTOKSHOP with texts, and with names of cells after them. */
export function callText(
  texts: readonly string[],
  separator: Separator,
  names: readonly string[] = [],
): string {
  const literals = texts.map((text) => `"${text.replace(/"/g, '""')}"`);
  return `=TIKTOKSHOP(${[...literals, ...names].join(separator)})`;
}

/** Each as a formula writes it; what is as usual is left out. */
function optionsOf(report: ReportInput): string[] {
  const {
    shops,
    zone = 'UTC',
    time,
    weekStart,
    sort = [],
    limit = null,
    pivot = [],
    compare,
    rates,
  } = report;
  const list = (name: string, values: readonly string[]) =>
    values.length > 0 ? [`${name}=${values.join()}`] : [];
  const text = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}=${value}`]);
  const flags = (['totals', 'subtotals', 'other', 'dense'] as const).filter((name) => report[name]);
  const kinds = [...new Set(report.calculations?.map(({ kind }) => kind))];
  return [
    ...list('shop', shops),
    ...(zone === 'UTC' ? [] : [`tz=${zone}`]),
    ...text('time', time),
    ...(weekStart ? ['week=sunday'] : []),
    ...list(
      'sort',
      sort.map(({ field, descending }) => (descending ? `-${field}` : field)),
    ),
    ...(limit === null ? [] : [`limit=${limit}`]),
    ...list('pivot', pivot),
    ...flags,
    ...(compare ? [`compare=${compare.to}`, `show=${compare.show.join()}`] : []),
    ...kinds.map(
      (kind) =>
        `${kind}=${report.calculations?.flatMap((one) => (one.kind === kind ? one.metric : [])).join()}`,
    ),
    ...(rates ? [`currency=${rates.to}`, `rates=${rates.range}`] : []),
  ];
}

import type { ReportInput } from '../../src/shared/report';
import { CALCULATIONS, CHANGES } from '../../src/shared/shape';
import { BadInput } from './bad-input';

/** Options about the shape of the table; each but the last two takes a list or nothing. */
export const SHAPE_OPTIONS = {
  pivot: { type: 'string' },
  totals: { type: 'boolean', default: false },
  subtotals: { type: 'boolean', default: false },
  other: { type: 'boolean', default: false },
  dense: { type: 'boolean', default: false },
  compare: { type: 'string' },
  show: { type: 'string' },
  share: { type: 'string' },
  running: { type: 'string' },
  rank: { type: 'string' },
  'time-field': { type: 'string' },
  'week-start': { type: 'string' },
  rates: { type: 'string' },
} as const;

type Given = { readonly [Name in keyof typeof SHAPE_OPTIONS]?: string | boolean | undefined };

export type Shape = Pick<
  ReportInput,
  'pivot' | 'totals' | 'subtotals' | 'other' | 'dense' | 'compare' | 'calculations' | 'time' | 'weekStart'
>;

const list = (text: string | boolean | undefined): string[] =>
  typeof text === 'string'
    ? text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];

/** Throws BadInput. */
export function readShape(given: Given): Shape {
  const weekStart = given['week-start'];
  if (weekStart !== undefined && weekStart !== 'monday' && weekStart !== 'sunday')
    throw new BadInput(`--week-start ${weekStart}: choose monday or sunday.`);
  const show = list(given.show ?? 'value,change,percent');
  const isChange = (name: string): name is (typeof CHANGES)[number] =>
    (CHANGES as readonly string[]).includes(name);
  for (const name of show)
    if (!isChange(name)) throw new BadInput(`--show ${name}: choose of ${CHANGES.join(', ')}.`);
  if (given.show !== undefined && given.compare === undefined)
    throw new BadInput('--show says what a comparison shows: add --compare, e.g. --compare previous_period.');
  if (list(given.pivot).length > 2) throw new BadInput('--pivot: one or two fields can split the columns.');
  return {
    pivot: list(given.pivot),
    totals: given.totals === true,
    subtotals: given.subtotals === true,
    other: given.other === true,
    dense: given.dense === true,
    calculations: CALCULATIONS.flatMap((kind) => list(given[kind]).map((metric) => ({ metric, kind }))),
    ...(typeof given.compare === 'string'
      ? { compare: { to: given.compare, show: show.filter(isChange) } }
      : {}),
    ...(typeof given['time-field'] === 'string' ? { time: given['time-field'] } : {}),
    ...(weekStart === 'sunday' ? { weekStart: 6 as const } : {}),
  };
}

/** Exchange rates for the add-on to find in the spreadsheet. */
export interface RateTable {
  readonly to: string;
  /** Date (may be empty), currency, rate. */
  readonly rows: readonly (readonly string[])[];
}

/** `USD:2026-01-01=IDR=0.000061,=VND=0.000039`: to which currency; then dates, currencies and rates. */
export function readRates(text: string | undefined): RateTable | null {
  if (text === undefined) return null;
  const [to = '', rows = ''] = text.split(':');
  const table = rows.split(',').map((row) => row.split('='));
  if (!/^[A-Z]{3}$/.test(to) || table.some((row) => row.length !== 3))
    throw new BadInput(
      `--rates ${text}: write the currency to convert to, then date=currency=rate, e.g. USD:=VND=0.000039,2026-02-01=VND=0.00004.`,
    );
  return { to, rows: table };
}

import { parseArgs } from 'node:util';
import { type Filter, parseFilter } from '../../src/shared/filter';
import type { ReadyReport } from '../../src/shared/report';
import { RECORD_KINDS, type RecordName } from '../dump/record-kinds';
import { BadInput } from './bad-input';
import { readyReport } from './list';
import { type RateTable, readRates, readShape, SHAPE_OPTIONS, type Shape } from './shape';
import { readShop, type ShopChoice } from './shop-choice';

type Ready = ReadyReport['report'];

interface Simulated {
  readonly orders: number;
  readonly shops: number;
  readonly seed: string;
}

/** What the command line asks for. */
export interface Request {
  readonly shops: readonly ShopChoice[];
  readonly metrics: string[];
  readonly dimensions: string[];
  readonly range: string;
  readonly zone: string;
  readonly filters: Filter[];
  readonly sort: { field: string; descending: boolean }[];
  readonly limit: number | null;
  readonly shape: Shape;
  readonly rates: RateTable | null;
  /** Milliseconds: the moment at which everything happens. */
  readonly now: number;
  readonly format: 'tsv' | 'json';
  readonly simulator: Simulated;
  /** Records instead of a report. */
  readonly dump: RecordName | null;
}

const OPTIONS = {
  shop: { type: 'string', multiple: true },
  metrics: { type: 'string' },
  by: { type: 'string' },
  range: { type: 'string' },
  filter: { type: 'string', multiple: true },
  sort: { type: 'string' },
  limit: { type: 'string' },
  ...SHAPE_OPTIONS,
  tz: { type: 'string', default: 'UTC' },
  now: { type: 'string' },
  format: { type: 'string', default: 'tsv' },
  orders: { type: 'string', default: '1000' },
  shops: { type: 'string', default: '5' },
  seed: { type: 'string', default: 'simulator' },
  dump: { type: 'string' },
  report: { type: 'string' },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Throws BadInput. Which fields there are is the add-on's to know. */
export function readRequest(args: readonly string[]): Request | 'help' | 'list' {
  const values = parsed(args);
  if (values.help) return 'help';
  if (values.list) return 'list';
  const ready = values.report === undefined ? null : readyReport(values.report).report;
  if (ready && (values.metrics ?? values.by))
    throw new BadInput('--report has its own fields: leave out --metrics and --by.');
  const metrics = ready?.metrics ?? list(values.metrics);
  const dimensions = ready?.dimensions ?? list(values.by);
  const range = values.range ?? ready?.range;
  const dump = values.dump ?? null;
  if (dump !== null && !isRecordName(dump))
    throw new BadInput(`--dump ${dump}: choose one of ${Object.keys(RECORD_KINDS).join(', ')}.`);
  if (!values.shop) throw new BadInput('--shop is missing: write --shop sample, or --shop simulator:1.');
  if (!range)
    throw new BadInput('--range is missing: write 2026-01-01..2026-01-31, or a preset such as last_30_days.');
  if (dump === null && metrics.length + dimensions.length === 0)
    throw new BadInput('--metrics and --by are both missing: choose at least one field, e.g. --metrics gmv.');
  if (values.format !== 'tsv' && values.format !== 'json')
    throw new BadInput(`--format ${values.format}: choose tsv or json.`);
  const shops = wholeNumber('shops', values.shops, 1, 99);
  return {
    shops: values.shop.map((text) => readShop(text, shops)),
    metrics,
    dimensions,
    range,
    zone: readZone(values.tz),
    filters: [...(ready?.filters ?? []), ...(values.filter ?? []).map(readFilter)],
    sort:
      values.sort === undefined
        ? [...(ready?.sort ?? [])]
        : list(values.sort).map((text) => ({
            field: text.replace(/^-/, ''),
            descending: text.startsWith('-'),
          })),
    limit:
      values.limit === undefined ? (ready?.limit ?? null) : wholeNumber('limit', values.limit, 1, 1_000_000),
    shape: ready ? shapeOf(ready) : readShape(values),
    rates: readRates(values.rates),
    now: readNow(values.now),
    format: values.format,
    simulator: { orders: wholeNumber('orders', values.orders, 0, 10_000_000), shops, seed: values.seed },
    dump,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const [text = ''] = (error as Error).message.split('\n');
    if (text.includes('ambiguous')) throw new BadInput(`${text} Write --sort=-gmv, with an equals sign.`);
    // Node's further advice, about `--`, is of no use here.
    throw new BadInput(`${text.split('. To specify')[0]?.replace(/\.$/, '')}. See --help for all options.`);
  }
}

/** The form of a ready-made report's table. */
function shapeOf({
  pivot,
  totals,
  subtotals,
  other,
  dense,
  compare,
  calculations,
  time,
  weekStart,
}: Ready): Shape {
  return {
    ...(pivot ? { pivot } : {}),
    ...(totals ? { totals } : {}),
    ...(subtotals ? { subtotals } : {}),
    ...(other ? { other } : {}),
    ...(dense ? { dense } : {}),
    ...(compare ? { compare } : {}),
    ...(calculations ? { calculations } : {}),
    ...(time ? { time } : {}),
    ...(weekStart ? { weekStart } : {}),
  };
}

const list = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isRecordName = (name: string): name is RecordName => Object.hasOwn(RECORD_KINDS, name);

function readFilter(text: string): Filter {
  const filter = parseFilter(text);
  if (typeof filter === 'string')
    throw new BadInput(`--filter '${text}': ${filter}. Write it like 'order_status!=CANCELLED'.`);
  return filter;
}

function readZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new BadInput(`--tz ${zone}: there is no such time zone. Write an IANA name such as Asia/Jakarta.`);
  }
}

function readNow(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const now = Date.parse(text);
  if (Number.isNaN(now))
    throw new BadInput(`--now ${text}: this is no time. Write it like 2026-03-01T00:00:00Z.`);
  return now;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadInput(`--${name} ${text}: write a whole number from ${least} to ${most}.`);
}

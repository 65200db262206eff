import { parseArgs } from 'node:util';

export interface WorkbenchOptions {
  readonly port: number;
  readonly now: number;
  readonly orders: number;
  readonly shops: number;
  readonly seed: string;
  readonly open: boolean;
}

export const HELP = `npm start -- [options]

The spreadsheet, the add-on and a simulated TikTok Shop in a browser page, without Google or TikTok.

  --port N       port of the page (default 4000; 0 takes a free one)
  --now TIME     what the clock says at the start, e.g. 2026-03-01T00:00:00Z (default: now)
  --shops N      shops in the simulated TikTok Shop (default 3)
  --orders N     orders of all its shops over the last twelve months (default 3000)
  --seed TEXT    another seed is another story (default workbench)
  --no-open      do not open a browser
`;

/** Throws an Error that names the wrong option and what it takes. */
export function readOptions(args: readonly string[]): WorkbenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4000' },
      now: { type: 'string' },
      shops: { type: 'string', default: '3' },
      orders: { type: 'string', default: '3000' },
      seed: { type: 'string', default: 'workbench' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error(`--now ${values.now}: give a time such as 2026-03-01T00:00:00Z`);
  return {
    port: wholeNumber('port', values.port, 0, 65_535),
    now,
    shops: wholeNumber('shops', values.shops, 1, 99),
    orders: wholeNumber('orders', values.orders, 0, 1_000_000),
    seed: values.seed,
    open: !values['no-open'],
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} ${text}: give a whole number from ${least} to ${most}`);
}

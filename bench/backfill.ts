import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { answer } from '../src/server/sample/answer';
import { storyOf } from '../src/server/sample/story-of';
import { backfillIntoSheet } from './backfill/sheet';
import { FIRST_DAY, HOUR, LATENCY_MS, NOW, PER_SECOND, shopOf, type Taken } from './backfill/terms';
import { type Figure, rounded } from './figure';

const SHEET = 200_000;
const MILLION = 1_000_000;
/** Few orders, for what the program takes anyway. */
const FEW = 20_000;
const PAGE = 100;
/** What a dispatch works for. */
const SLICE_MS = 270_000;

/** In a process of its own, beside this one. */
async function backfillThroughRows(orders: number): Promise<Taken & { peakMb: number }> {
  const program = ['dev/run.mjs', 'bench/backfill/million.ts', String(orders)];
  const { stdout } = await promisify(execFile)(process.execPath, program, { maxBuffer: 1e8 });
  return JSON.parse(stdout) as Taken & { peakMb: number };
}

/** Days for the same hourly dispatches if each waited for one page after another and stored nothing. */
function pageAfterPage(orders: number): number {
  const ms = Math.ceil(orders / PAGE) * LATENCY_MS;
  const whole = Math.floor(ms / SLICE_MS);
  return (whole * HOUR + (ms % SLICE_MS)) / (24 * HOUR);
}

/** Megabytes of the orders as TikTok sends them, by a sample of the last days. */
function sentMegabytes(orders: number): number {
  const story = storyOf(shopOf(orders));
  const { body } = answer(story, {
    method: 'POST',
    path: '/order/202309/orders/search',
    query: { page_size: String(PAGE) },
    body: { create_time_ge: Date.parse(FIRST_DAY) / 1000 + 90 * 86_400 },
    now: NOW,
    shopId: story.shops[0]?.id,
  });
  return (body.length / PAGE / 1e6) * orders;
}

/** Two years of a shop's past, unattended, in the hours that a consumer account's trigger has. */
export async function backfillFigures(): Promise<Figure[]> {
  const million = backfillThroughRows(MILLION);
  const sheet = await backfillIntoSheet(SHEET);
  const { days, peakMb, triggerMinutes, calls } = await million;
  const few = await backfillThroughRows(FEW);
  const terms = `${LATENCY_MS} ms latency, ${PER_SECOND} requests/s let pass, our CPU time on the clock`;
  const against = 'page after page in the same hourly slices, nothing stored';
  const took = (taken: Taken) =>
    `ours: ${Math.round(taken.triggerMinutes)} trigger minutes, ${taken.calls} calls; ${terms}`;
  return [
    {
      name: 'backfill_200k_days',
      value: rounded(sheet.days),
      unit: 'days',
      baseline: rounded(pageAfterPage(SHEET)),
      against: `${against}; ${took(sheet)}`,
    },
    {
      name: 'backfill_200k_store_mb',
      value: rounded(sheet.megabytes),
      unit: 'MB of text',
      baseline: rounded(sentMegabytes(SHEET)),
      against: 'as TikTok sends them, by a page of them',
    },
    {
      name: 'backfill_1m_days',
      value: rounded(days),
      unit: 'days',
      baseline: rounded(pageAfterPage(MILLION)),
      against: `${against}; ${took({ days, triggerMinutes, calls })}`,
    },
    {
      name: 'backfill_1m_peak_mb',
      value: rounded(peakMb),
      unit: 'MB of memory',
      baseline: rounded(few.peakMb),
      against: `the same with ${FEW} orders`,
    },
  ];
}

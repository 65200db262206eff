import { DAY_SECONDS } from '../calendar';
import { mix, TOPIC } from '../chance';
import { digits, longId } from '../long-id';
import { decimal } from '../money';
import { pageOf } from '../page';
import { dayStart, type Shop } from '../shop';
import type { Endpoint } from './endpoint';
import { checkPage, checkTypes } from './parameters';

const EVERY_DAYS = 30;
const LASTS_DAYS = 21;

/** A coupon every 30 days, by turns of an amount and of a share. Times of making are milliseconds, all others seconds. */
export const couponsSearch: Endpoint = {
  method: 'POST',
  path: '/promotion/202406/coupons/search',
  scope: 'seller.promotion.info',
  shopCipher: 'required',

  check: (call) =>
    checkPage({ ...call, query: { page_size: '50', ...call.query } }) ??
    checkTypes(call, { status: 'strings', display_type: 'strings', title_keyword: 'string' }),

  answer({ query, body, now }, shop) {
    const wanted = body['status'] as readonly string[] | undefined;
    const all = couponsOf(shop, now).filter(({ status }) => !wanted?.length || wanted.includes(status));
    const { rows, next } = pageOf(all, Number(query['page_size'] ?? 50), query['page_token']);
    return { coupons: rows.length > 0 ? rows : undefined, next_page_token: next, total_count: all.length };
  },
};

function couponsOf(shop: Shop, now: number) {
  const { region } = shop;
  const opened = dayStart(shop, shop.firstDay);
  const count = Math.max(0, Math.floor((now - opened) / (EVERY_DAYS * DAY_SECONDS)) + 1);
  const money = (cents: number) => ({
    amount: decimal(
      Math.round((cents * region.unitsPerCent) / region.priceStep) * region.priceStep,
      region.decimals,
    ),
    currency: region.currency,
  });
  return Array.from({ length: count }, (_, n) => {
    const made = opened + n * EVERY_DAYS * DAY_SECONDS;
    const start = made + DAY_SECONDS;
    const end = start + LASTS_DAYS * DAY_SECONDS;
    const byAmount = n % 2 === 0;
    return {
      id: longId('7342', 19, mix(shop.seed, TOPIC.promotion), digits(shop.number, 2) + digits(n, 4)),
      title: byAmount ? `Thank you ${n + 1}` : `Share of happiness ${n + 1}`,
      status: now < start ? 'NOT_START' : now < end ? 'ONGOING' : 'EXPIRED',
      display_type: 'REGULAR',
      creation_source: 'SELLER_CENTER',
      product_scope: 'FULL_SHOP',
      promo_code: byAmount ? undefined : `TTS${digits(n, 5)}`,
      target_buyer_segment: n % 3 === 0 ? 'NEW' : 'ALL',
      discount: byAmount
        ? { type: 'AMOUNT_OFF', reduction_amount: money(500) }
        : { type: 'PERCENT_OFF', percentage: '15', max_discount: money(2000) },
      threshold: byAmount ? { type: 'MIN_SPEND', min_spend: money(2500) } : { type: 'NONE' },
      usage_limits: { total_claim_limit: 1000, single_buyer_claim_limit: 1 },
      claim_duration: { start_time: start, end_time: end },
      redemption_duration: { type: 'ABSOLUTE', start_time: start, end_time: end },
      create_time: made * 1000,
      update_time: made * 1000,
    };
  }).reverse();
}

import { at } from '../core/normalise';
import { defineStream, type WholeEndpoint } from '../core/stream';
import { id, picked, text, time } from './field';
import { ALL_MARKETS, AS_IT_IS, AT_ONCE, latest, NO_BUYERS, ofDay, readTime } from './whole';

const asked = {
  kind: 'whole',
  keep: 'latest',
  method: 'POST',
  shopCipher: true,
  scope: 'seller.promotion.info',
  scopeLabel: 'promotions and coupons',
  pageSize: 100,
  idPath: 'day',
  elementId: 'id',
} as const;

const activities: WholeEndpoint = {
  ...asked,
  id: 'activities_search',
  path: '/promotion/202309/activities/search',
  pageIn: 'body',
  records: 'activities',
  docs: 'https://partner.tiktokshop.com/docv2/page/search-activities-202309',
};
const couponSearch: WholeEndpoint = {
  ...asked,
  id: 'coupons_search',
  path: '/promotion/202406/coupons/search',
  records: 'coupons',
  docs: 'https://partner.tiktokshop.com/docv2/page/search-coupons-202406',
};

const common = {
  ...ofDay('promotion_day', 'promotion_read_time'),
  group: 'Promotion',
  history: AS_IT_IS,
  freshness: AT_ONCE,
  privacy: NO_BUYERS,
  explode: 'list',
} as const;
const times = { promotion_day: latest, promotion_read_time: readTime };

/** Discounts and flash deals. */
export const promotions = defineStream({
  ...common,
  id: 'promotions',
  label: 'Promotions',
  about: 'One row for each product discount, flash deal or shipping discount.',
  markets: ALL_MARKETS,
  endpoint: activities,
  primaryKey: 'promotion_id',
  rowTime: 'promotion_begin_time',
  fields: {
    ...times,
    promotion_id: id('id', 'Promotion ID', 'TikTok’s number of the promotion.'),
    promotion_name: text('title', 'Promotion Name', 'Its title.'),
    promotion_type: text(
      'activity_type',
      'Promotion Type',
      'FIXED_PRICE, DIRECT_DISCOUNT, FLASHSALE, SHIPPING_DISCOUNT or BUY_MORE_SAVE_MORE.',
    ),
    promotion_status: text(
      'status',
      'Promotion Status',
      'DRAFT, NOT_START, ONGOING, EXPIRED, DEACTIVATED or NOT_EFFECTIVE.',
    ),
    promotion_begin_time: time('begin_time', 'Promotion Begin Time', 'When it begins.'),
    promotion_end_time: time('end_time', 'Promotion End Time', 'When it ends.'),
  },
});

/** Coupons: what they take off, and for whom. */
export const coupons = defineStream({
  ...common,
  id: 'coupons',
  label: 'Coupons',
  about: 'One row for each coupon.',
  markets: ALL_MARKETS,
  endpoint: couponSearch,
  primaryKey: 'coupon_id',
  rowTime: 'coupon_create_time',
  fields: {
    ...times,
    coupon_id: id('id', 'Coupon ID', 'TikTok’s number of the coupon.'),
    coupon_name: text('title', 'Coupon Name', 'Its title.'),
    coupon_code: text('promo_code', 'Coupon Code', 'The code that a buyer enters.'),
    coupon_status: picked(
      text('status', 'Coupon Status', 'NOT_START, ONGOING, EXPIRED or DEACTIVATED.'),
      // TikTok's own samples end in line breaks.
      (record) => String(at(record, 'status') ?? '').trim(),
    ),
    coupon_buyers: picked(
      text('target_buyer_segment', 'Coupon Buyers', 'Whom it is for: ALL, NEW, REPEAT_CUSTOMERS and others.'),
      (record) => String(at(record, 'target_buyer_segment') ?? '').trim(),
    ),
    coupon_discount: picked(
      text('discount', 'Coupon Discount', 'What it takes off, as “30 %” or “5.00 USD”.'),
      (record) => {
        const share = at(record, 'discount.percentage');
        const { amount, currency } = (at(record, 'discount.reduction_amount') ?? {}) as Record<
          string,
          unknown
        >;
        return share ? `${share} %` : amount && `${amount} ${currency}`;
      },
    ),
    coupon_min_spend: picked(
      text('threshold.min_spend', 'Coupon Min. Spend', 'What must be bought, as “20.00 USD”.'),
      (record) => {
        const { amount, currency } = (at(record, 'threshold.min_spend') ?? {}) as Record<string, unknown>;
        return amount && `${amount} ${currency}`;
      },
    ),
    coupon_create_time: time('create_time', 'Coupon Create Time', 'When it was made.'),
  },
});

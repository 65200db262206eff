import type { Metric } from '../../core/metric';
import { distinct, each, ratio, words } from './kinds';

const GROUP = 'Affiliate';
const PLACED = { time: 'affiliate_create_time' };

export const affiliateMetrics: Readonly<Record<string, Metric>> = {
  ...each('affiliate_orders', PLACED, GROUP, {
    affiliate_gmv: [
      'What was sold through creators, at selling prices.',
      'Sum of skus.price × skus.quantity of affiliate orders, by the time of the order',
    ],
  }),
  affiliate_orders: distinct(
    'affiliate_orders',
    ['order_id'],
    PLACED,
    words(
      GROUP,
      'Affiliate Orders',
      'Orders that came through creators.',
      'Number of different affiliate orders, by the time of the order',
    ),
  ),
  creators_with_sales: distinct(
    'affiliate_orders',
    ['creator_username'],
    PLACED,
    words(
      GROUP,
      'Creators With Sales',
      'Different creators through whom something was sold.',
      'Number of different creator_username of affiliate orders, by the time of the order',
    ),
  ),
  ...each(
    'affiliate_orders',
    PLACED,
    GROUP,
    {
      affiliate_items: [
        'Units sold through creators.',
        'Sum of skus.quantity of affiliate orders, by the time of the order',
      ],
      affiliate_refunded_items: [
        'Units sold through creators that were refunded.',
        'Sum of skus.refunded_quantity of affiliate orders, by the time of the order',
      ],
      affiliate_returned_items: [
        'Units sold through creators that were returned.',
        'Sum of skus.returned_quantity of affiliate orders, by the time of the order',
      ],
    },
    'integer',
  ),
  ...each('affiliate_orders', PLACED, GROUP, {
    estimated_commission_base: [
      'What commission is reckoned on, before refunds.',
      'Sum of skus.estimated_commission_base of affiliate orders, by the time of the order',
    ],
    actual_commission_base: [
      'What commission is reckoned on, after refunds, once it is settled.',
      'Sum of skus.actual_commission_base of affiliate orders, by the time of the order',
    ],
    estimated_commission: [
      'Commission of creators, as estimated before refunds.',
      'Sum of skus.estimated_paid_commission of affiliate orders, by the time of the order',
    ],
    actual_commission: [
      'Commission of creators, once it is settled.',
      'Sum of skus.actual_paid_commission of affiliate orders, by the time of the order',
    ],
    estimated_shop_ads_commission: [
      'Commission for Shop Ads, as estimated before refunds.',
      'Sum of skus.estimated_paid_shop_ads_commission of affiliate orders, by the time of the order',
    ],
    actual_shop_ads_commission: [
      'Commission for Shop Ads, once it is settled.',
      'Sum of skus.actual_paid_shop_ads_commission of affiliate orders, by the time of the order',
    ],
    estimated_partner_commission: [
      'Commission of affiliate partners, as estimated before refunds.',
      'Sum of skus.estimated_paid_partner_commission of affiliate orders, by the time of the order',
    ],
    actual_partner_commission: [
      'Commission of affiliate partners, once it is settled.',
      'Sum of skus.actual_paid_partner_commission of affiliate orders, by the time of the order',
    ],
    estimated_creator_bonus: [
      'The seller’s part of creator bonuses, as estimated before refunds.',
      'Sum of skus.estimated_cofunded_creator_bonus_amount of affiliate orders, by the time of the order',
    ],
    actual_creator_bonus: [
      'The seller’s part of creator bonuses, once it is settled.',
      'Sum of skus.actual_cofunded_creator_bonus_amount of affiliate orders, by the time of the order',
    ],
  }),
  affiliate_commission_rate: ratio(
    ['estimated_commission', 'estimated_commission_base'],
    'percent',
    words(
      GROUP,
      'Affiliate Commission Rate',
      'Commission for each unit of money sold, as estimated.',
      'Estimated Commission ÷ Estimated Commission Base',
    ),
  ),
  actual_commission_rate: ratio(
    ['actual_commission', 'actual_commission_base'],
    'percent',
    words(
      GROUP,
      'Actual Commission Rate',
      'Commission for each unit of money sold, as settled.',
      'Actual Commission ÷ Actual Commission Base',
    ),
  ),
};

import { sumDecimals, toDecimal } from '../../shared/money';
import { at } from '../core/normalise';
import { defineStream, type StreamField, type TimedEndpoint } from '../core/stream';
import { decimal, flag, id, money, quantity, text, time } from './named';

const affiliateSearch: TimedEndpoint = {
  kind: 'timed',
  id: 'affiliate_orders_search',
  method: 'POST',
  path: '/affiliate_seller/202410/orders/search',
  shopCipher: true,
  scope: 'seller.affiliate_collaboration.read',
  scopeLabel: 'affiliate orders',
  pageSize: 100,
  records: 'orders',
  idPath: 'id',
  // TikTok has no window of changes and sorts as it likes; commissions settle some weeks after delivery.
  settling: 60 * 86_400,
  windows: {
    created: { since: 'create_time_ge', until: 'create_time_lt', field: 'create_time', order: {} },
  },
  docs: 'https://partner.tiktokshop.com/docv2/page/search-seller-affiliate-orders-202410',
};

/** An amount with its currency; `{}` where it does not apply. */
const part = (about: string, name: string) => money(about, `${name}.amount`);
/** "1550" is 15.5 %. */
const hundredths = (about: string, path: string): StreamField => ({
  ...decimal(about, path),
  pick: (sku) => {
    const rate = at(sku, path);
    return /^\d+$/.test(String(rate)) ? toDecimal(Number(rate), 4, 0) : undefined;
  },
});
/** Price × quantity, exactly. */
const sales = (sku: unknown) =>
  sumDecimals(
    new Array(Math.min(Number(at(sku, 'quantity')) || 0, 9999)).fill(String(at(sku, 'price.amount'))),
  );
/** Any of its amounts tells the currency: those that do not apply are empty. */
const currencyOf = (sku: unknown) =>
  ['price', 'estimated_commission_base', 'actual_commission_base']
    .map((name) => at(sku, `${name}.currency`))
    .find((currency) => currency);

export const affiliateOrders = defineStream({
  id: 'affiliate_orders',
  label: 'Affiliate orders',
  group: 'Affiliate',
  about: 'One row for each variant in an order that came through a creator.',
  markets: 'Markets with affiliate marketing.',
  history: 'As far back as TikTok tells it; older orders are not read again.',
  freshness: 'Within minutes; commissions settle weeks after delivery, so the last 60 days are read again.',
  privacy: 'Public user names of creators.',
  endpoint: affiliateSearch,
  explode: 'skus',
  primaryKey: 'affiliate_line_id',
  parentKey: 'order_id',
  updatedPath: 'create_time',
  versionField: 'affiliate_create_time',
  currencyField: 'currency',
  rowTime: 'affiliate_create_time',
  belongsTo: [
    { stream: 'orders', key: 'order_id' },
    { stream: 'products', key: 'product_id' },
  ],
  schema: 1,
  fields: {
    affiliate_line_id: {
      ...id('Number of the order, and the place in it.', '^.id'),
      internal: true,
      pick: (sku, order) => `${at(order, 'id')}-${(at(order, 'skus') as unknown[]).indexOf(sku)}`,
    },
    order_id: id('The order it belongs to.', '^.id'),
    affiliate_create_time: time('When the order was placed.', '^.create_time'),
    affiliate_delivery_time: time('When the order was delivered.', '^.delivery_time'),
    product_id: id('TikTok’s number of the product.'),
    sku_id: id('TikTok’s number of the variant.'),
    creator_username: text('The creator through whom it was sold.'),
    affiliate_content_type: text('SHOP, VIDEO, LIVE, PRE_LIVE, PROMOTION_PAGE or LINKSHARE.', 'content_type'),
    affiliate_content_id: id('The video, LIVE or page through which it was sold.', 'content_id'),
    open_collaboration_id: id('The open collaboration it belongs to.'),
    target_collaboration_id: id('The target collaboration it belongs to.'),
    affiliate_campaign_id: id('The campaign of an affiliate partner it belongs to.', 'campaign_id'),
    commission_model: text('Fixed or tiered commission.'),
    commission_tier_setting: text('The rates of a tiered commission.'),
    commission_rate: hundredths('The creator’s commission.', 'commission_rate'),
    shop_ads_commission_rate: hundredths('The commission for Shop Ads.', 'shop_ads_commission_rate'),
    affiliate_settlement_status: text('SETTLED or INELIGIBLE.', 'settlement_status'),
    fully_returned: {
      ...flag('Whether all of it came back.', 'fully_return'),
      pick: (sku) => ({ Yes: true, No: false })[String(at(sku, 'fully_return'))],
    },
    currency: { ...text('Currency of its amounts.', 'price.currency'), pick: currencyOf },
    affiliate_gmv: { ...money('Price × quantity.', 'price.amount'), pick: sales },
    affiliate_items: quantity('Units.', 'quantity'),
    affiliate_refunded_items: quantity('Units that were refunded.', 'refunded_quantity'),
    affiliate_returned_items: quantity('Units that were returned.', 'returned_quantity'),
    estimated_commission_base: part(
      'What commission is reckoned on, before refunds.',
      'estimated_commission_base',
    ),
    actual_commission_base: part('What commission is reckoned on, after refunds.', 'actual_commission_base'),
    estimated_commission: part('Commission to be paid.', 'estimated_paid_commission'),
    actual_commission: part('Commission paid.', 'actual_paid_commission'),
    estimated_shop_ads_commission: part(
      'Shop Ads commission to be paid.',
      'estimated_paid_shop_ads_commission',
    ),
    actual_shop_ads_commission: part('Shop Ads commission paid.', 'actual_paid_shop_ads_commission'),
    estimated_partner_commission: part(
      'Commission of an affiliate partner to be paid.',
      'estimated_paid_partner_commission',
    ),
    actual_partner_commission: part(
      'Commission of an affiliate partner paid.',
      'actual_paid_partner_commission',
    ),
    estimated_creator_bonus: part(
      'The seller’s part of a creator bonus to be paid.',
      'estimated_cofunded_creator_bonus_amount',
    ),
    actual_creator_bonus: part(
      'The seller’s part of a creator bonus paid.',
      'actual_cofunded_creator_bonus_amount',
    ),
  },
});

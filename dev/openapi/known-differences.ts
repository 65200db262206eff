import type { Schema } from './spec';

/** Where TikTok's description and TikTok's behaviour part. Each entry says who saw it, and allows just that. */
export type KnownDifference = {
  readonly name: string;
  readonly source: string;
  /** Operation as 'METHOD /template'; '*' for all. */
  readonly operation: string;
} & (
  | { readonly kind: 'answer-key'; readonly under: string; readonly key: string; readonly schema: Schema }
  | { readonly kind: 'query-key'; readonly key: string; readonly schema: Schema }
  | { readonly kind: 'null-data' }
);

const text: Schema = { type: 'string' };

const ORDER_OPERATIONS = ['POST /order/202309/orders/search', 'GET /order/202507/orders'];

const AFFILIATE_ORDERS = 'POST /affiliate_seller/202410/orders/search';
const CAPTURED_AFFILIATE = 'captured answers of shops in Vietnam and Indonesia, 2026; not in the files';

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    kind: 'null-data',
    name: 'an error carries data: null',
    source: 'live answer of a shop in VN, 2026-07: 36009004 with "data": null',
    operation: '*',
  },
  ...['app_key', 'sign', 'timestamp'].map(
    (key): KnownDifference => ({
      kind: 'query-key',
      name: `every signed call carries ${key}`,
      source: 'signing guide; the description leaves common parameters out',
      operation: '*',
      key,
      schema: key === 'timestamp' ? { type: 'integer' } : text,
    }),
  ),
  ...ORDER_OPERATIONS.map(
    (operation): KnownDifference => ({
      kind: 'answer-key',
      name: 'line items name the LIVE room they were bought in (US)',
      source:
        'release note of 2026 (07r6ldtn) and the official order sample of 2026-09; the files are of 2026-01',
      operation,
      under: 'data.orders[].line_items[]',
      key: 'room_id',
      schema: text,
    }),
  ),
  {
    kind: 'answer-key',
    name: 'orders by id carry the fulfilment priority, as the search does',
    source: 'official order sample of 2026-09; the files describe the key for the search only',
    operation: 'GET /order/202507/orders',
    under: 'data.orders[]',
    key: 'fulfillment_priority_level',
    schema: { type: 'integer' },
  },
  ...['sku_id', 'settlement_status', 'fully_return'].map(
    (key): KnownDifference => ({
      kind: 'answer-key',
      name: `affiliate orders carry ${key}`,
      source: CAPTURED_AFFILIATE,
      operation: AFFILIATE_ORDERS,
      under: 'data.orders[].skus[]',
      key,
      schema: text,
    }),
  ),
  ...['estimated_paid_partner_commission', 'actual_paid_partner_commission'].map(
    (key): KnownDifference => ({
      kind: 'answer-key',
      name: `affiliate orders carry ${key}`,
      source: CAPTURED_AFFILIATE,
      operation: AFFILIATE_ORDERS,
      under: 'data.orders[].skus[]',
      key,
      schema: { type: 'object', properties: { amount: text, currency: text } },
    }),
  ),
  {
    kind: 'answer-key',
    name: 'a fee that was added after the files',
    source: 'release note of 2026-07-08 (jli5x787); the files are of 2026-01',
    operation: 'GET /finance/202501/statements/{statement_id}/statement_transactions',
    under: 'data.transactions[].fee_tax_breakdown.fee',
    key: 'cps_shop_ads_commission_tax_amount',
    schema: text,
  },
];

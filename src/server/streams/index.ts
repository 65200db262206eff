import { affiliateOrders } from './affiliate-orders';
import { cancellationLineItems, cancellations } from './cancellations';
import { lineItems } from './line-items';
import { orders } from './orders';
import { returnLineItems, returns } from './returns';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';

/** Every stream. A new one is a file and a line here. */
export const streams = {
  orders,
  line_items: lineItems,
  shop_performance: shopPerformance,
  returns,
  return_line_items: returnLineItems,
  cancellations,
  cancellation_line_items: cancellationLineItems,
  affiliate_orders: affiliateOrders,
  shops,
} as const;
export type StreamId = keyof typeof streams;
/** Fields of a stream, so that naming an unknown one does not compile. */
export type FieldOf<Id extends StreamId> = keyof (typeof streams)[Id]['fields'] & string;

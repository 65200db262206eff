import { lineItems } from './line-items';
import { orders } from './orders';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';

/** Every stream. A new one is a file and a line here. */
export const streams = {
  orders,
  line_items: lineItems,
  shop_performance: shopPerformance,
  shops,
} as const;
export type StreamId = keyof typeof streams;
/** Fields of a stream, so that naming an unknown one does not compile. */
export type FieldOf<Id extends StreamId> = keyof (typeof streams)[Id]['fields'] & string;

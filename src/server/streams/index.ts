import { lineItems } from './line-items';
import { liveProducts, liveSessions } from './live-sessions';
import { orders } from './orders';
import { productPerformance } from './product-performance';
import { shopHours } from './shop-hours';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { skuPerformance } from './sku-performance';
import { videoPerformance } from './video-performance';

/** Every stream. A new one is a file and a line here. */
export const streams = {
  orders,
  line_items: lineItems,
  shop_performance: shopPerformance,
  shop_performance_hourly: shopHours,
  product_performance: productPerformance,
  sku_performance: skuPerformance,
  video_performance: videoPerformance,
  live_sessions: liveSessions,
  live_products: liveProducts,
  shops,
} as const;
export type StreamId = keyof typeof streams;
/** Fields of a stream, so that naming an unknown one does not compile. */
export type FieldOf<Id extends StreamId> = keyof (typeof streams)[Id]['fields'] & string;

import type { Endpoint } from './endpoint';
import { liveProducts, liveSessions } from './live-sessions';
import { ordersById } from './orders-by-id';
import { ordersSearch } from './orders-search';
import { productPerformance } from './product-performance';
import { shopHours } from './shop-hours';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { skuPerformance } from './sku-performance';
import { videoPerformance } from './video-performance';

/** Every endpoint of the model. A new one is a file and a line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  shops,
  ordersSearch,
  ordersById,
  shopPerformance,
  shopHours,
  productPerformance,
  skuPerformance,
  videoPerformance,
  liveSessions,
  liveProducts,
];

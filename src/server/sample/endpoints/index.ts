import { affiliateOrders } from './affiliate-orders';
import { cancellationsSearch } from './cancellations-search';
import type { Endpoint } from './endpoint';
import { ordersById } from './orders-by-id';
import { ordersSearch } from './orders-search';
import { returnsSearch } from './returns-search';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';

/** Every endpoint of the model. A new one is a file and a line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  shops,
  ordersSearch,
  ordersById,
  shopPerformance,
  returnsSearch,
  cancellationsSearch,
  affiliateOrders,
];

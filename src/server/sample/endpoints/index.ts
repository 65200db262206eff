import { activitiesSearch } from './activities-search';
import { couponsSearch } from './coupons-search';
import { customerService } from './customer-service';
import type { Endpoint } from './endpoint';
import { inventorySearch } from './inventory-search';
import { ordersById } from './orders-by-id';
import { ordersSearch } from './orders-search';
import { productsSearch } from './products-search';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { warehouses } from './warehouses';

/** Every endpoint of the model. A new one is a file and a line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  shops,
  ordersSearch,
  ordersById,
  shopPerformance,
  productsSearch,
  inventorySearch,
  warehouses,
  activitiesSearch,
  couponsSearch,
  customerService,
];

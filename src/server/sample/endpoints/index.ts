import { activitiesSearch } from './activities-search';
import { affiliateOrders } from './affiliate-orders';
import { cancellationsSearch } from './cancellations-search';
import { liveOverview, videoOverview } from './content-overviews';
import { couponsSearch } from './coupons-search';
import { customerService } from './customer-service';
import type { Endpoint } from './endpoint';
import { inventorySearch } from './inventory-search';
import { liveProducts, liveSessions } from './live-sessions';
import { ordersById } from './orders-by-id';
import { ordersSearch } from './orders-search';
import { payments } from './payments';
import { priceDetail } from './price-detail';
import { productDetail } from './product-detail';
import { productPerformance } from './product-performance';
import { productsSearch } from './products-search';
import { returnsSearch } from './returns-search';
import { shopHours } from './shop-hours';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { skuPerformance } from './sku-performance';
import { statementTransactions } from './statement-transactions';
import { statements } from './statements';
import { unsettled } from './unsettled';
import { videoPerformance } from './video-performance';
import { warehouses } from './warehouses';
import { withdrawals } from './withdrawals';

/** Every endpoint of the model. A new one is a file and a line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  shops,
  ordersSearch,
  ordersById,
  shopPerformance,
  returnsSearch,
  cancellationsSearch,
  affiliateOrders,
  statements,
  statementTransactions,
  unsettled,
  payments,
  withdrawals,
  productsSearch,
  inventorySearch,
  warehouses,
  activitiesSearch,
  couponsSearch,
  customerService,
  shopHours,
  productPerformance,
  skuPerformance,
  videoPerformance,
  liveSessions,
  liveProducts,
  priceDetail,
  productDetail,
  liveOverview,
  videoOverview,
];

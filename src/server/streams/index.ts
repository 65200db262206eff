import { affiliateOrders } from './affiliate-orders';
import { cancellationLineItems, cancellations } from './cancellations';
import { liveToday, videoToday } from './content-today';
import { customerService } from './customer-service';
import { inventory, skuStock } from './inventory';
import { lineItems } from './line-items';
import { liveProducts, liveSessions } from './live-sessions';
import { orders } from './orders';
import { paymentOrigins, payments } from './payments';
import { priceDetails } from './price-details';
import { productDetails } from './product-details';
import { productPerformance } from './product-performance';
import { products } from './products';
import { productDays, skuPrices } from './products-by-day';
import { coupons, promotions } from './promotions';
import { returnLineItems, returns } from './returns';
import { shopHours } from './shop-hours';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { skuPerformance } from './sku-performance';
import { skus } from './skus';
import { statementFees } from './statement-fees';
import { statementTransactions } from './statement-transactions';
import { statements } from './statements';
import { unsettledTransactions } from './unsettled-transactions';
import { videoPerformance } from './video-performance';
import { warehouses } from './warehouses';
import { withdrawals } from './withdrawals';

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
  unsettled_transactions: unsettledTransactions,
  statements,
  statement_transactions: statementTransactions,
  statement_fees: statementFees,
  payments,
  payment_origins: paymentOrigins,
  withdrawals,
  shop_performance_hourly: shopHours,
  product_performance: productPerformance,
  sku_performance: skuPerformance,
  video_performance: videoPerformance,
  live_sessions: liveSessions,
  live_products: liveProducts,
  live_today: liveToday,
  video_today: videoToday,
  shops,
  products,
  product_details: productDetails,
  skus,
  product_days: productDays,
  sku_prices: skuPrices,
  inventory,
  sku_stock: skuStock,
  warehouses,
  promotions,
  coupons,
  customer_service: customerService,
  price_details: priceDetails,
} as const;
export type StreamId = keyof typeof streams;
/** Fields of a stream, so that naming an unknown one does not compile. */
export type FieldOf<Id extends StreamId> = keyof (typeof streams)[Id]['fields'] & string;

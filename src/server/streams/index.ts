import { customerService } from './customer-service';
import { inventory, skuStock } from './inventory';
import { lineItems } from './line-items';
import { orders } from './orders';
import { products } from './products';
import { productDays, skuPrices } from './products-by-day';
import { coupons, promotions } from './promotions';
import { shopPerformance } from './shop-performance';
import { shops } from './shops';
import { skus } from './skus';
import { warehouses } from './warehouses';

/** Every stream. A new one is a file and a line here. */
export const streams = {
  orders,
  line_items: lineItems,
  shop_performance: shopPerformance,
  shops,
  products,
  skus,
  product_days: productDays,
  sku_prices: skuPrices,
  inventory,
  sku_stock: skuStock,
  warehouses,
  promotions,
  coupons,
  customer_service: customerService,
} as const;
export type StreamId = keyof typeof streams;
/** Fields of a stream, so that naming an unknown one does not compile. */
export type FieldOf<Id extends StreamId> = keyof (typeof streams)[Id]['fields'] & string;

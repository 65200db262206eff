import { figureMoney, soldOn } from '../figures';
import { rawInteger } from '../long-id';
import { addSold, noSales, type Sales } from '../product-figures';
import { analyticsList } from './analytics-list';

/** Variants with what they sold over the whole window; their ids are bare 64-bit numbers. */
export const skuPerformance = analyticsList(
  '/analytics/202509/shop_skus/performance',
  'skus',
  (shop, since, until, now) => {
    const found = new Map<string, Sales>();
    for (let day = since; day < until; day++)
      for (const sold of soldOn(shop, day)) {
        if (sold.enters > now) continue;
        for (const id of new Set(sold.basket.units.map(({ sku }) => sku.id))) {
          const sales = found.get(id) ?? noSales();
          found.set(id, sales);
          addSold(sales, sold, now, (sku) => sku === id);
        }
      }
    return shop.catalogue
      .flatMap(({ skus }) => skus)
      .map(({ id, productId }) => ({ id, productId, sales: found.get(id) ?? noSales() }))
      .sort((a, b) => b.sales.gmv - a.sales.gmv)
      .map(({ id, productId, sales }) => ({
        id: rawInteger(id),
        product_id: rawInteger(productId),
        gmv: figureMoney(shop, sales.gmv),
        sku_orders: sales.orders.size,
        units_sold: sales.items,
      }));
  },
);

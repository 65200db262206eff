import type { Unit } from './basket';
import { mix } from './chance';
import type { Status } from './lifecycle';
import { digits, longId } from './long-id';
import { decimal } from './money';
import { type Order, orderCounter } from './order';
import { type Standing, trackingNumber } from './render-order';

const PACKAGE_STATUS: Partial<Record<Status, string>> = {
  AWAITING_SHIPMENT: 'TO_FULFILL',
  AWAITING_COLLECTION: 'PROCESSING',
  IN_TRANSIT: 'FULFILLING',
  DELIVERED: 'COMPLETED',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
};

export const lineItemId = (order: Order, position: number): string =>
  longId('53', 18, mix(order.shop.seed, order.day), orderCounter(order) + digits(position, 2));

/** One entry for each unit. In a split order the second half of the units travels in the second package. */
export function renderLineItems(standing: Standing): Record<string, unknown>[] {
  const { order, basket, at, packages, carrier } = standing;
  const { region, seed } = order.shop;
  const money = (amount: number) => decimal(amount, region.decimals);
  const cancelled = at('cancelled') !== undefined ? order.cancellation : undefined;
  const firstOfSecond = order.split ? Math.ceil(basket.units.length / 2) : basket.units.length;

  return basket.units.map((unit, position) => {
    const second = position >= firstOfSecond;
    const packageId = packages[second ? 1 : 0];
    const readyAt = at(second ? 'secondReady' : 'ready');
    const shipped = readyAt !== undefined && packageId !== undefined;
    const status = itemStatus(standing.status, second);
    return {
      id: lineItemId(order, position),
      product_id: unit.sku.productId,
      product_name: unit.sku.productName,
      sku_id: unit.sku.id,
      sku_name: unit.sku.name,
      sku_image: unit.sku.image,
      sku_type: order.kind === 'preorder' ? 'PRE_ORDER' : 'NORMAL',
      seller_sku: unit.sku.sellerSku,
      currency: region.currency,
      original_price: money(unit.original),
      seller_discount: money(unit.sellerDiscount),
      platform_discount: money(unit.platformDiscount),
      sale_price: money(unit.sale),
      gift_retail_price: money(unit.gift ? unit.sku.price : 0),
      is_gift: unit.gift,
      item_tax: itemTax(unit, region.tax === 'sales', money),
      retail_delivery_fee: basket.deliveryFee > 0 && position === 0 ? money(basket.deliveryFee) : undefined,
      display_status: status,
      cancel_reason: cancelled?.reason,
      cancel_user: cancelled?.by,
      package_id: packageId,
      package_status: packageId === undefined ? undefined : PACKAGE_STATUS[status],
      rts_time: readyAt,
      shipping_provider_id: shipped ? carrier.id : undefined,
      shipping_provider_name: shipped ? carrier.name : undefined,
      tracking_number: shipped ? trackingNumber(packageId) : undefined,
      room_id: basket.liveRoom ? longId('765', 19, mix(seed, order.day), digits(order.day, 5)) : undefined,
    };
  });
}

/** Items know neither ON_HOLD nor PARTIALLY_SHIPPING. */
function itemStatus(status: Status, second: boolean): Status {
  if (status === 'ON_HOLD') return 'AWAITING_SHIPMENT';
  if (status === 'PARTIALLY_SHIPPING') return second ? 'AWAITING_SHIPMENT' : 'AWAITING_COLLECTION';
  return status;
}

function itemTax(unit: Unit, stated: boolean, money: (amount: number) => string) {
  if (!stated) return undefined;
  return [{ tax_type: 'SALES_TAX', tax_amount: money(unit.tax), tax_rate: decimal(unit.taxRate, 4) }];
}

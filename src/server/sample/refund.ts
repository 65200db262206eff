import { type Basket, basketOf, type Unit } from './basket';
import { decimal } from './money';
import type { Order } from './order';
import type { Region } from './regions/region';

/** What a buyer gets back, in smallest units. */
export type Refund = {
  readonly subtotal: number;
  readonly shipping: number;
  readonly tax: number;
  readonly deliveryFee: number;
};

const NOTHING: Refund = { subtotal: 0, shipping: 0, tax: 0, deliveryFee: 0 };

export const totalOf = ({ subtotal, shipping, tax, deliveryFee }: Refund): number =>
  subtotal + shipping + tax + deliveryFee;

export const sumOf = (refunds: readonly Refund[]): Refund =>
  refunds.reduce(
    (sum, each) => ({
      subtotal: sum.subtotal + each.subtotal,
      shipping: sum.shipping + each.shipping,
      tax: sum.tax + each.tax,
      deliveryFee: sum.deliveryFee + each.deliveryFee,
    }),
    NOTHING,
  );

/** Refunds of some units of an order; shipping comes back, with its tax, where it is all of them: on the first. */
export function refundsOf(order: Order, units: readonly Unit[], share = 1): Refund[] {
  const basket = basketOf(order);
  const all = units.length === basket.units.length && share === 1;
  return units.map((unit, i) => ({
    subtotal: Math.floor(unit.sale * share),
    tax: (share === 1 ? unit.tax : 0) + (all && i === 0 ? basket.shippingTax : 0),
    shipping: all && i === 0 ? feeOf(basket) : 0,
    deliveryFee: all && i === 0 ? basket.deliveryFee : 0,
  }));
}

const feeOf = ({ shipping }: Basket): number => shipping.original - shipping.seller - shipping.platform;

/** As TikTok writes it: the delivery fee only where there is one. */
export function renderRefund(refund: Refund, { currency, decimals }: Region): Record<string, unknown> {
  const money = (amount: number) => decimal(amount, decimals);
  return {
    currency,
    refund_total: money(totalOf(refund)),
    refund_subtotal: money(refund.subtotal),
    refund_shipping_fee: money(refund.shipping),
    refund_tax: money(refund.tax),
    retail_delivery_fee: refund.deliveryFee > 0 ? money(refund.deliveryFee) : undefined,
  };
}

/** A unit as returns and cancellations list it. */
export const renderUnit = ({ sku }: Unit): Record<string, unknown> => ({
  sku_id: sku.id,
  sku_name: sku.name,
  seller_sku: sku.sellerSku,
  product_name: sku.productName,
  product_image: { url: sku.image, width: 200, height: 200 },
});

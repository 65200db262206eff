import { decimal } from './money';
import type { Standing } from './render-order';

/**
 * The amounts of an order. They hold TikTok's identities exactly:
 * sub_total = original_total_product_price − seller_discount − platform_discount = Σ sale_price of the items,
 * shipping_fee = original_shipping_fee − its two discounts, and
 * total_amount = sub_total + shipping_fee + tax + retail_delivery_fee.
 */
export function renderPayment({ order, basket }: Standing): Record<string, unknown> {
  const { region } = order.shop;
  const { units, shipping, shippingTax, deliveryFee } = basket;
  const money = (amount: number) => decimal(amount, region.decimals);
  const sum = (of: (unit: (typeof units)[number]) => number) =>
    units.reduce((total, unit) => total + of(unit), 0);
  const subTotal = sum((unit) => unit.sale);
  const fee = shipping.original - shipping.seller - shipping.platform;
  const productTax = sum((unit) => unit.tax);
  const states = region.tax !== 'included';
  return {
    currency: region.currency,
    original_total_product_price: money(sum((unit) => unit.original)),
    seller_discount: money(sum((unit) => unit.sellerDiscount)),
    platform_discount: money(sum((unit) => unit.platformDiscount)),
    sub_total: money(subTotal),
    original_shipping_fee: money(shipping.original),
    shipping_fee_seller_discount: money(shipping.seller),
    shipping_fee_platform_discount: money(shipping.platform),
    shipping_fee_cofunded_discount: '0',
    shipping_fee: money(fee),
    tax: money(productTax + shippingTax),
    product_tax: states ? money(productTax) : undefined,
    shipping_fee_tax: states ? money(shippingTax) : undefined,
    retail_delivery_fee: deliveryFee > 0 ? money(deliveryFee) : undefined,
    total_amount: money(subTotal + fee + productTax + shippingTax + deliveryFee),
  };
}

import type { Basket } from './basket';
import { decimal } from './money';
import type { Standing } from './render-order';

/** What a buyer pays for a basket, in smallest units. */
export function amountsOf({ units, shipping, shippingTax, deliveryFee }: Basket) {
  const sum = (of: (unit: (typeof units)[number]) => number) =>
    units.reduce((total, unit) => total + of(unit), 0);
  const subTotal = sum((unit) => unit.sale);
  const fee = shipping.original - shipping.seller - shipping.platform;
  const productTax = sum((unit) => unit.tax);
  const tax = productTax + shippingTax;
  return {
    original: sum((unit) => unit.original),
    sellerDiscount: sum((unit) => unit.sellerDiscount),
    platformDiscount: sum((unit) => unit.platformDiscount),
    subTotal,
    fee,
    productTax,
    tax,
    total: subTotal + fee + tax + deliveryFee,
  };
}

/**
 * The amounts of an order. They hold TikTok's identities exactly:
 * sub_total = original_total_product_price − seller_discount − platform_discount = Σ sale_price of the items,
 * shipping_fee = original_shipping_fee − its two discounts, and
 * total_amount = sub_total + shipping_fee + tax + retail_delivery_fee.
 */
export function renderPayment({ order, basket }: Standing): Record<string, unknown> {
  const { region } = order.shop;
  const { shipping, shippingTax, deliveryFee } = basket;
  const money = (amount: number) => decimal(amount, region.decimals);
  const amounts = amountsOf(basket);
  const states = region.tax !== 'included';
  return {
    currency: region.currency,
    original_total_product_price: money(amounts.original),
    seller_discount: money(amounts.sellerDiscount),
    platform_discount: money(amounts.platformDiscount),
    sub_total: money(amounts.subTotal),
    original_shipping_fee: money(shipping.original),
    shipping_fee_seller_discount: money(shipping.seller),
    shipping_fee_platform_discount: money(shipping.platform),
    shipping_fee_cofunded_discount: '0',
    shipping_fee: money(amounts.fee),
    tax: money(amounts.tax),
    product_tax: states ? money(amounts.productTax) : undefined,
    shipping_fee_tax: states ? money(shippingTax) : undefined,
    retail_delivery_fee: deliveryFee > 0 ? money(deliveryFee) : undefined,
    total_amount: money(amounts.total),
  };
}

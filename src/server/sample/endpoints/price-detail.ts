import { basketOf } from '../basket';
import { decimal } from '../money';
import { lastStep, orderById } from '../order';
import { REFUSAL } from '../refusal';
import { lineItemId } from '../render-line-items';
import type { Endpoint } from './endpoint';

/** Codes of vouchers. */
const SELLER = '1020000';
const PLATFORM = '1010000';
const FREE_SHIPPING = '1030000';

type Parts = Readonly<Record<string, number>>;

/** How the price of an order came about, for all of it and unit by unit. */
export const priceDetail: Endpoint = {
  method: 'GET',
  path: '/order/202407/orders/{order_id}/price_detail',
  scope: 'seller.order.info',
  shopCipher: 'required',

  check({ path, now }, shop) {
    const order = orderById(shop, path['order_id'] ?? '');
    return order && lastStep(order, now) ? undefined : REFUSAL.foreignOrder;
  },

  answer({ path }, shop) {
    const order = orderById(shop, path['order_id'] ?? '')!;
    const { units, shipping, shippingTax } = basketOf(order);
    const { currency, decimals } = shop.region;
    const [list, seller, platform, tax] = [
      shipping.original,
      shipping.seller,
      shipping.platform,
      shippingTax,
    ].map((amount) => shares(amount, units.length));
    const rows = units.map((unit, i): Parts => {
      const carriage = list![i]! - seller![i]! - platform![i]!;
      return {
        sku_list_price: unit.original,
        subtotal_deduction_seller: unit.sellerDiscount,
        subtotal_deduction_platform: unit.platformDiscount,
        sku_sale_price: unit.sale,
        subtotal_tax_amount: unit.tax,
        subtotal: unit.sale + unit.tax,
        net_price_amount: unit.sale,
        shipping_list_price: list![i]!,
        shipping_fee_deduction_seller: seller![i]!,
        shipping_fee_deduction_platform: platform![i]!,
        shipping_sale_price: carriage,
        tax_amount: unit.tax + tax![i]!,
        cod_fee: 0,
        payment: unit.sale + carriage + unit.tax + tax![i]!,
        total: unit.original + list![i]!,
        sku_gift_original_price: unit.gift ? unit.sku.price : 0,
      };
    });
    const told = (parts: Parts) => ({
      currency,
      ...Object.fromEntries(Object.entries(parts).map(([key, amount]) => [key, decimal(amount, decimals)])),
      voucher_deduction_seller: parts['subtotal_deduction_seller']! > 0 ? SELLER : undefined,
      voucher_deduction_platform: parts['subtotal_deduction_platform']! > 0 ? PLATFORM : undefined,
      shipping_fee_deduction_platform_voucher:
        parts['shipping_fee_deduction_platform']! > 0 ? FREE_SHIPPING : undefined,
    });
    const whole = Object.fromEntries(
      Object.keys(rows[0] ?? {}).map((key) => [key, rows.reduce((sum, parts) => sum + parts[key]!, 0)]),
    );
    return {
      ...told(whole),
      line_items: rows.map((parts, i) => ({
        id: lineItemId(order, i),
        ...told(parts),
        tax_rate: decimal(units[i]!.taxRate, 4),
      })),
    };
  },
};

/** An amount in equal parts; what rounding leaves goes to the first ones. */
const shares = (amount: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.floor(amount / count) + (i < amount % count ? 1 : 0));

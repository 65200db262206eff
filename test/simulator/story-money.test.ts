import { storyOf } from '../../src/server/sample/story-of';
import { searchAll } from './ask';
import { holds } from './scene';
import { NOW, STORY } from './shops-under-test';

const DECIMALS: Record<string, number> = { VND: 0, IDR: 0, JPY: 0 };
/** A decimal string in smallest units, exactly. */
function units(text: string | undefined, currency: string): number {
  if (text === undefined) return 0;
  const decimals = DECIMALS[currency] ?? 2;
  expect(text).toMatch(decimals === 0 ? /^\d+$/ : /^(0|\d+\.\d\d)$/);
  return Number(text.replace('.', ''));
}

describe('money', () => {
  test("TikTok's identities hold to the smallest unit, for every order in every market", () => {
    holds(({ story, shop, now }) => {
      for (const { payment, line_items: items } of searchAll(story, shop, now)) {
        const currency = payment['currency']!;
        const of = (key: string) => units(payment[key], currency);
        const sum = (key: string) =>
          items.reduce((total, item) => total + units(item[key] as string, currency), 0);
        expect(of('sub_total')).toBe(
          of('original_total_product_price') - of('seller_discount') - of('platform_discount'),
        );
        expect(of('sub_total')).toBe(sum('sale_price'));
        expect(of('original_total_product_price')).toBe(sum('original_price'));
        expect(of('seller_discount')).toBe(sum('seller_discount'));
        expect(of('platform_discount')).toBe(sum('platform_discount'));
        expect(of('shipping_fee')).toBe(
          of('original_shipping_fee') -
            of('shipping_fee_seller_discount') -
            of('shipping_fee_platform_discount'),
        );
        expect(of('tax')).toBe(of('product_tax') + of('shipping_fee_tax'));
        expect(of('total_amount')).toBe(
          of('sub_total') + of('shipping_fee') + of('tax') + of('retail_delivery_fee'),
        );
      }
    });
  });

  test('tax is stated per item in the US, on the order across borders, and not at all where prices include it', () => {
    const { shops, ...rest } = STORY;
    const story = storyOf({ ...rest, shops: [...shops, 'DE'] });
    const taxed = story.shops.map((shop) => {
      const orders = searchAll(story, shop, NOW);
      return [
        shop.region.code,
        orders.some(({ payment }) => payment['tax'] !== '0'),
        orders.some(({ line_items }) => line_items[0]!['item_tax']),
      ];
    });
    expect(taxed).toEqual([
      ['US', true, true],
      ['VN', false, false],
      ['GB', true, false],
      ['JP', false, false],
      ['DE', false, false],
    ]);
  });
});

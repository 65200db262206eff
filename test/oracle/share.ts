import { atScale, type Decimal, decimalIn } from './decimal';
import { currencyOf, digitsOf, itemsOf, type TikTokRecord } from './record';

/**
 * An order's amount shared out among its items by sale price, in the smallest unit of the currency: everybody gets the
 * whole units of the exact share, what is left goes to the largest remainders, one unit each, ties to the smaller line
 * item id. Items that all cost nothing share equally.
 */
export function sharesOf(order: TikTokRecord, amount: Decimal): ReadonlyMap<TikTokRecord, Decimal> {
  const items = [...itemsOf(order)].sort((a, b) =>
    BigInt(String(a['id'])) < BigInt(String(b['id'])) ? -1 : 1,
  );
  const prices = items.map(
    (item) => atScale(decimalIn(item['sale_price']) ?? { units: 0n, scale: 0 }, 6).units,
  );
  const priced = prices.some((price) => price > 0n);
  const weights = prices.map((price) => (priced ? price : 1n));
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  const { units, scale } = atScale(amount, digitsOf(currencyOf(order)));
  const size = units < 0n ? -units : units;
  const parts = weights.map((weight, position) => ({
    position,
    given: (size * weight) / sum,
    remainder: (size * weight) % sum,
  }));
  const rest = size - parts.reduce((total, { given }) => total + given, 0n);
  const lucky = [...parts]
    .sort((a, b) =>
      a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
    )
    .slice(0, Number(rest));
  for (const part of lucky) part.given += 1n;
  return new Map(
    parts.map(({ position, given }) => [items[position]!, { units: units < 0n ? -given : given, scale }]),
  );
}

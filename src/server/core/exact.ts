import { toDecimal } from '../../shared/money';

/** An exact value: n ÷ d units of 10^-scale. d is 1 for all but quotients. */
export interface Exact {
  n: number | bigint;
  d: number | bigint;
  scale: number;
}

export const whole = (n: number | bigint, scale = 0): Exact => ({ n, d: 1, scale });

/** A number that stays exact: a small one as it is. */
const small = (value: bigint): number | bigint =>
  value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER ? Number(value) : value;
export const times = (a: number | bigint, b: number | bigint): number | bigint => {
  const product = Number(a) * Number(b);
  return Math.abs(product) <= Number.MAX_SAFE_INTEGER ? product : BigInt(a) * BigInt(b);
};
const scaled = ({ n, scale }: Exact, to: number): number | bigint =>
  to === scale ? n : times(n, BigInt(10) ** BigInt(to - scale));

/** Null where the divisor is nothing. Both of equal scale, so that 7.25 ÷ 100.00 is the nearest number to 0.0725. */
export function quotient(above: Exact | null, below: Exact | null): Exact | null {
  if (!above || !below || Number(below.n) === 0) return null;
  const scale = Math.max(above.scale, below.scale);
  return {
    n: times(scaled(above, scale), below.d),
    d: times(scaled(below, scale), above.d),
    scale: 0,
  };
}

export function minus(a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale);
  const n = BigInt(times(scaled(a, scale), b.d)) - BigInt(times(scaled(b, scale), a.d));
  return { n: small(n), d: times(a.d, b.d), scale };
}

/** Nothing counts as 0. */
export const plus = (a: Exact, b: Exact | null): Exact => (b ? minus(a, { ...b, n: -b.n }) : a);

export const asNumber = ({ n, d, scale }: Exact): number =>
  d === 1 ? Number(n) / 10 ** scale : Number(n) / Number(d) / 10 ** scale;

/** Decimal text with at least `digits` decimals: exact where it has no more than `most`, else rounded half away from zero. */
export function decimalText({ n, d, scale }: Exact, digits: number, most: number): string {
  if (d === 1 && scale <= most) return toDecimal(n, scale, digits);
  const ten = (power: number) => BigInt(10) ** BigInt(power);
  let above = BigInt(n) * ten(most);
  let below = BigInt(d) * ten(scale);
  if (below < BigInt(0)) {
    above = -above;
    below = -below;
  }
  const half = above < BigInt(0) ? -below : below;
  return toDecimal((above * BigInt(2) + half) / (below * BigInt(2)), most, digits);
}

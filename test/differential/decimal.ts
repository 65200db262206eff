/** An exact number: `units` of 10^-scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export const whole = (count: bigint | number): Decimal => ({ units: BigInt(count), scale: 0 });

/** "12.50" → 1250 of 10^-2; null for what is no plain decimal. */
export function decimalIn(text: unknown): Decimal | null {
  const match = typeof text === 'string' ? /^(-?\d+)(?:\.(\d+))?$/.exec(text) : null;
  if (!match) return null;
  const fraction = match[2] ?? '';
  return { units: BigInt(match[1]! + fraction), scale: fraction.length };
}

const unitsAt = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

/** The same number with at least so many decimals. */
export function atScale(number: Decimal, least: number): Decimal {
  const scale = Math.max(number.scale, least);
  return { units: unitsAt(number, scale), scale };
}

/** Without zeros at the end beyond `digits` decimals, and with at least those. */
export function decimalText(number: Decimal, digits: number): string {
  const { units, scale } = atScale(number, digits);
  const figures = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const fraction = figures.slice(figures.length - scale).slice(0, scale);
  const kept = fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, '');
  const text = figures.slice(0, figures.length - scale) + (kept === '' ? '' : `.${kept}`);
  return units < 0n ? `-${text}` : text;
}

/** A quotient of two exact numbers; null where the denominator is 0. */
export type Quotient = { readonly above: bigint; readonly below: bigint };

export function quotientOf(above: Decimal, below: Decimal): Quotient | null {
  if (below.units === 0n) return null;
  const scale = Math.max(above.scale, below.scale);
  const [a, b] = [unitsAt(above, scale), unitsAt(below, scale)];
  return b < 0n ? { above: -a, below: -b } : { above: a, below: b };
}

/** Rounded half away from zero to so many decimals. */
export function rounded({ above, below }: Quotient, scale: number): Decimal {
  const size = above < 0n ? -above : above;
  const units = (size * 10n ** BigInt(scale) * 2n + below) / (below * 2n);
  return { units: above < 0n ? -units : units, scale };
}

export const less = (a: Quotient, b: Quotient): Quotient => ({
  above: a.above * b.below - b.above * a.below,
  below: a.below * b.below,
});
export const sum = (a: Quotient, b: Quotient): Quotient => less(a, { ...b, above: -b.above });
export const over = (a: Quotient, b: Quotient): Quotient | null =>
  b.above === 0n
    ? null
    : b.above < 0n
      ? { above: -a.above * b.below, below: -a.below * b.above }
      : { above: a.above * b.below, below: a.below * b.above };
export const compared = (a: Quotient, b: Quotient): number => {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

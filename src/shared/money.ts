/** Exact money: a decimal string becomes an integer number of 10^-scale units; nothing is ever a float on the way. */

/** Decimals TikTok Shop uses for a currency's prices: none for IDR, JPY and VND, else two. */
export const currencyDigits = (currency: string): number =>
  currency === 'IDR' || currency === 'JPY' || currency === 'VND' ? 0 : 2;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Decimals a plain decimal string carries, trailing zeros not counted: "21.30" → 1, "5000" → 0; null if it is no decimal. */
export function decimalsOf(text: string): number | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  return (match[3] ?? '').replace(/0+$/, '').length;
}

/**
 * "12.5" at scale 2 → 1250. Null when the text is no plain decimal, has more decimals than the scale, or leaves
 * the range in which a number counts exactly (2^53).
 */
export function toScaled(text: string, scale: number): number | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > scale) return null;
  const value = Number(match[2] + fraction.padEnd(scale, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return match[1] && value !== 0 ? -value : value;
}

/** 1250 at scale 2 → "12.50"; `digits` sets the least number of decimals shown, trailing zeros beyond it go. */
export function toDecimal(units: number | bigint, scale: number, digits: number): string {
  if (typeof units === 'number' && scale === digits && scale <= 2) {
    // The usual case, without cutting texts.
    const size = Math.abs(units);
    const whole = Math.floor(size / 10 ** scale);
    const rest = size - whole * 10 ** scale;
    const fraction = scale === 0 ? '' : scale === 1 ? `.${rest}` : rest < 10 ? `.0${rest}` : `.${rest}`;
    return (units < 0 ? '-' : '') + whole + fraction;
  }
  const text = String(units);
  const sign = text.startsWith('-') ? '-' : '';
  const figures = text.slice(sign.length).padStart(scale + 1, '0');
  const whole = figures.slice(0, figures.length - scale);
  let fraction = scale === 0 ? '' : figures.slice(figures.length - scale);
  while (fraction.length > digits && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  fraction = fraction.padEnd(digits, '0');
  return sign + whole + (fraction === '' ? '' : '.' + fraction);
}

/** Exact sum of decimal strings; texts that are no decimals are left out, null if none is one. */
export function sumDecimals(texts: readonly string[]): string | null {
  const decimals = texts.map(decimalsOf);
  const known = texts.filter((_, i) => decimals[i] !== null);
  if (known.length === 0) return null;
  const scale = Math.max(...decimals.map((digits) => digits ?? 0));
  let sum = BigInt(0);
  for (const text of known) {
    const negative = text.startsWith('-');
    const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
    const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
    sum += negative ? -units : units;
  }
  return toDecimal(sum, scale, 0);
}

/**
 * Smallest units → the decimal string TikTok sends: no thousands separators, no decimals for currencies without them
 * (VND, IDR, JPY), and a plain "0" for nothing.
 */
export function decimal(units: number, decimals: number): string {
  if (decimals === 0 || units === 0) return String(units);
  const sign = units < 0 ? '-' : '';
  const text = String(Math.abs(units)).padStart(decimals + 1, '0');
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

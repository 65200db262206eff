/**
 * Shares an amount out in whole units of `unit`, in proportion to the weights: largest remainder first, ties to the
 * first; equally where all weights are zero. The shares always add up to the amount. All numbers are integers, and
 * the amount is a multiple of the unit.
 */
export function allocate(amount: number, weights: readonly number[], unit: number): number[] {
  const count = weights.length;
  if (count === 1) return [amount];
  const sign = amount < 0 ? -1 : 1;
  const units = Math.abs(amount) / unit;
  let total = 0;
  for (const weight of weights) total += weight;
  const equal = total <= 0;
  const divisor = equal ? count : total;
  const shares: number[] = [];
  const remainders: number[] = [];
  let given = 0;
  for (let i = 0; i < count; i++) {
    const weight = equal ? 1 : (weights[i] as number);
    const [share, remainder] = divide(units, weight, divisor);
    shares.push(share);
    remainders.push(remainder);
    given += share;
  }
  const order = remainders
    .map((_, i) => i)
    .sort((a, b) => (remainders[b] as number) - (remainders[a] as number) || a - b);
  for (let i = 0; given < units; i++, given++)
    shares[order[i] as number] = (shares[order[i] as number] as number) + 1;
  return shares.map((share) => sign * share * unit);
}

/** Quotient and remainder of a·b ÷ c, exact. */
function divide(a: number, b: number, c: number): [number, number] {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const share = Math.floor(product / c);
    return [share, product - share * c];
  }
  const exact = BigInt(a) * BigInt(b);
  const share = exact / BigInt(c);
  return [Number(share), Number(exact - share * BigInt(c))];
}

let remainders = new Float64Array(64);

/**
 * Shares an amount out in whole units of `unit`, in proportion to the weights: largest remainder first, ties to the
 * first; equally where all weights are zero. The shares always add up to the amount. All numbers are integers, and
 * the amount is a multiple of the unit.
 */
export function allocate(
  amount: number,
  weights: readonly number[],
  unit: number,
  shares: number[] = [],
): number[] {
  const count = weights.length;
  shares.length = count;
  if (count > remainders.length) remainders = new Float64Array(2 * count);
  const sign = amount < 0 ? -1 : 1;
  const units = (sign * amount) / unit;
  let total = 0;
  for (let i = 0; i < count; i++) total += weights[i] as number;
  const equal = total <= 0;
  const divisor = equal ? count : total;
  let left = units;
  for (let i = 0; i < count; i++) {
    const weight = equal ? 1 : (weights[i] as number);
    const product = units * weight;
    let share: number;
    if (product <= Number.MAX_SAFE_INTEGER) {
      share = Math.floor(product / divisor);
      remainders[i] = product - share * divisor;
    } else {
      const exact = BigInt(units) * BigInt(weight);
      share = Number(exact / BigInt(divisor));
      remainders[i] = Number(exact % BigInt(divisor));
    }
    shares[i] = share;
    left -= share;
  }
  for (; left > 0; left--) {
    let most = 0;
    for (let i = 1; i < count; i++) if ((remainders[i] as number) > (remainders[most] as number)) most = i;
    shares[most] = (shares[most] as number) + 1;
    remainders[most] = -1;
  }
  for (let i = 0; i < count; i++) shares[i] = sign * (shares[i] as number) * unit;
  return shares;
}

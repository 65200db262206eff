/** Sums of integers, one per group, that stay exact beyond 2^53. */
export class ExactSums {
  private readonly low: Float64Array;
  private readonly high = new Map<number, bigint>();

  constructor(groups: number) {
    this.low = new Float64Array(groups);
  }

  add(group: number, value: number): void {
    const sum = (this.low[group] as number) + value;
    if (sum < LIMIT && sum > -LIMIT) this.low[group] = sum;
    else {
      // Before the addition could round: both parts are still exact.
      const parts = BigInt(this.low[group] as number) + BigInt(value);
      this.high.set(group, (this.high.get(group) ?? BigInt(0)) + parts);
      this.low[group] = 0;
    }
  }

  addProduct(group: number, value: number, factor: number): void {
    const product = value * factor;
    if (product < LIMIT && product > -LIMIT) this.add(group, product);
    else this.high.set(group, (this.high.get(group) ?? BigInt(0)) + BigInt(value) * BigInt(factor));
  }

  get(group: number): number | bigint {
    const high = this.high.get(group);
    const low = this.low[group] as number;
    return high === undefined ? low : high + BigInt(low);
  }
}

const LIMIT = 2 ** 52;

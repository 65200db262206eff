// Virtual milliseconds of a service call. Field figures: reading plus writing 100 bytes takes about 63 ms in the
// cache, 80 ms in properties and 800 ms in a spreadsheet; what depends on size is our own, cautious estimate.

export const cacheCost = 32;
export const propertyCost = 40;
export const lockCost = 30;
export const triggerCost = 200;
export const mailCost = 300;
export const interfaceCost = 50;
/** Of each request beside its latency. */
export const fetchOverhead = 5;
/** When the server does not say how long it took. */
export const defaultLatency = 300;

/** What the spreadsheet answers without looking at cells: names, sizes, ids. */
export const lookupCost = 2;

const cells = (args: readonly unknown[], self: unknown): number => {
  const grid = args[0];
  if (Array.isArray(grid)) return grid.length * (Array.isArray(grid[0]) ? grid[0].length : 1);
  const { rows = 1, columns = 1 } = (self ?? {}) as { rows?: number; columns?: number };
  return rows * columns;
};

export const readCost = (args: readonly unknown[], self: unknown): number =>
  200 + Math.round(cells(args, self) * 0.004);

export const writeCost = (args: readonly unknown[], self: unknown): number =>
  300 + Math.round(cells(args, self) * 0.02);

// Measures size, speed and load of the built add-on, each beside a baseline of the same run. `--json`: one line a figure.
import { aggregateFigures } from './aggregate';
import { backfillFigures } from './backfill';
import { bundleFigures } from './bundle';
import { rateFigures } from './rate';
import { storeFigures } from './store';
import { syncFigures } from './sync';

const json = process.argv.includes('--json');
const figures = [
  ...bundleFigures(),
  ...(await aggregateFigures()),
  ...(await storeFigures()),
  ...(await syncFigures()),
  ...(await rateFigures()),
  ...(await backfillFigures()),
];
for (const { name, value, unit, baseline, against } of figures) {
  if (json) console.log(JSON.stringify({ name, value, unit, baseline }));
  else
    console.log(
      `${name.padEnd(24)} ${String(value).padStart(10)} ${unit.padEnd(14)} baseline ${String(baseline).padStart(10)}  (${against})`,
    );
}
process.exit(0);

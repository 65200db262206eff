export const HELP = `npm run -s report -- --shop SHOP --range DAYS [--metrics LIST] [--by LIST] [options]

Runs a report with the built add-on in the local Apps Script runtime, and prints it.

  --shop SHOP      sample, or simulator:N for shop N of the simulated TikTok Shop; several are allowed
  --metrics LIST   e.g. gmv,orders,customers
  --by LIST        dimensions, e.g. date,product_name
  --range DAYS     2026-01-01..2026-01-31 (both included), one day, or a preset such as last_30_days
  --filter TEXT    e.g. 'order_status!=CANCELLED'; several are allowed, all hold
  --sort LIST      fields in order, '-' for descending: --sort=-gmv,date
  --limit N        rows kept after sorting
  --tz ZONE        days begin and end in this zone (default UTC)
  --now TIME       the moment at which all this happens (default: now)
  --format tsv     ids as header, plain values; tab, line break and backslash written as \\t \\n \\\\
  --format json    {"columns":[…],"rows":[…],"notes":[…]}: money as decimal strings, missing as null
  --dump orders    the shop's untouched records with any time in the range, as JSON lines, without the add-on

The simulator's story runs from 2026-01-01 to 2026-12-01:
  --orders N       orders of all its shops together (default 1000); the first shop has the most
  --shops N        its shops (default 5: US, GB, ID, VN, DE)
  --seed TEXT      another seed is another story

Examples:
  npm run -s report -- --shop sample --metrics gmv,orders,customers --by date --range 2026-01-01..2026-01-31
  npm run -s report -- --shop sample --metrics items_sold --by product_name --range last_30_days --sort=-items_sold --limit 10
  npm run -s report -- --shop simulator:3 --metrics gmv --by date --range 2026-02-01..2026-02-28 \\
    --filter 'order_status!=CANCELLED|UNPAID' --tz Asia/Jakarta --now 2026-03-01T00:00:00Z --format json
  npm run -s report -- --shop simulator:1 --dump orders --range 2026-01-01 --now 2026-03-01T00:00:00Z

Exit codes: 0 printed, 1 the report could not be made, 2 something in the command is wrong.
`;

export const HELP = `npm run -s report -- --shop SHOP --range DAYS [--metrics LIST] [--by LIST] [options]
npm run -s report -- --shop SHOP --report NAME [options]
npm run -s report -- --list

Runs a report with the built add-on in the local Apps Script runtime, and prints it.

  --shop SHOP      sample, or simulator:N for shop N of the simulated TikTok Shop; several are allowed
  --report NAME    a ready-made report, e.g. 'Payout Bridge', in place of --metrics, --by and (if left out) --range
  --list           prints every metric, dimension and ready-made report, a line each
  --metrics LIST   e.g. gmv,orders,customers
  --by LIST        dimensions, e.g. date,product_name
  --range DAYS     2026-01-01..2026-01-31 (both included), one day, a preset such as last_30_days, last_4_weeks,
                   last_24_hours, last_30_days_to_date (with today), this_month (to date), this_month_whole,
                   last_quarter, last_year_to_date, or all
  --filter TEXT    e.g. 'order_status!=CANCELLED'; several are allowed, all hold. Operators: = != (several values: A|B; none:
                   empty) > >= < <= ><(between: A|B) ~(contains) !~ ^=(begins with) =~(regular expression)
  --sort LIST      fields in order, '-' for descending: --sort=-gmv,date
  --limit N        rows kept after sorting
  --pivot LIST     one or two fields whose values become columns, e.g. --pivot order_status
  --totals         a last row with the totals of each currency, and a last column with those of a pivot
  --subtotals      a row after each value of the first fields of --by
  --other          one more row for what --limit cuts off
  --dense          days (hours, weeks …) without any rows too, with zeros
  --compare RANGE  previous_period, last_year, same_weekdays (52 weeks before), or a range such as 2025-01-01..2025-01-31
  --show LIST      what a comparison shows: value, change, percent (default: all)
  --share LIST     metrics whose share of the total is shown; --running: running totals; --rank: places by size
  --time-field ID  the time that all metrics go by, e.g. create_time, paid_time, delivery_time (default: each its own)
  --week-start DAY monday or sunday
  --rates TABLE    converts amounts, e.g. 'USD:=VND=0.000039,2026-02-01=VND=0.00004': from a day on (empty: always), a
                   currency is worth so much
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
  npm run -s report -- --shop sample --metrics gmv,orders --by month --pivot order_status --totals --range 2026-01-01..2026-03-31
  npm run -s report -- --shop sample --metrics gmv,customers --by week --range 2026-02-01..2026-02-28 --compare previous_period
  npm run -s report -- --shop sample --metrics gmv --by product_name --range last_90_days --sort=-gmv --limit 5 --other \
    --totals --share gmv --rank gmv
  npm run -s report -- --shop sample --metrics gmv --by date --range 2026-01-01..2026-01-31 --time-field delivery_time --dense
  npm run -s report -- --shop simulator:3 --metrics gmv --by date --range 2026-02-01..2026-02-28 \\
    --filter 'order_status!=CANCELLED|UNPAID' --tz Asia/Jakarta --now 2026-03-01T00:00:00Z --format json
  npm run -s report -- --shop sample --report 'Payout Bridge' --range last_90_days
  npm run -s report -- --shop simulator:1 --dump orders --range 2026-01-01 --now 2026-03-01T00:00:00Z

Exit codes: 0 printed, 1 the report could not be made, 2 something in the command is wrong.
`;

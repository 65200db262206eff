import { report } from './command';

const GOOD = ['--shop', 'sample', '--metrics', 'gmv', '--range', '2026-01-01'];

/** What is wrong → the arguments, and the words that name it and say what to write instead. */
const CASES: Record<string, { args: string[]; says: string[] }> = {
  'an unknown option': { args: [...GOOD, '--colour', 'red'], says: ['--colour', '--help'] },
  'no shop': { args: ['--metrics', 'gmv', '--range', '2026-01-01'], says: ['--shop', 'sample'] },
  'an unknown shop': { args: [...GOOD, '--shop', 'mine'], says: ['--shop mine', 'simulator:1'] },
  'a shop beyond the last': {
    args: [...GOOD, '--shop', 'simulator:6'],
    says: ['simulator:6', '5', '--shops'],
  },
  'an unknown ready-made report': {
    args: ['--shop', 'sample', '--report', 'Payout'],
    says: ['--report Payout', '--list'],
  },
  'a ready-made report with fields': {
    args: ['--shop', 'sample', '--report', 'gmv by date', '--metrics', 'gmv'],
    says: ['--report', '--metrics'],
  },
  'no range': { args: ['--shop', 'sample', '--metrics', 'gmv'], says: ['--range', 'last_30_days'] },
  'an unknown range': { args: [...GOOD, '--range', 'soon'], says: ['--range soon', 'last_30_days'] },
  'a range of the dump': {
    args: [...GOOD, '--range', 'soon', '--dump', 'orders'],
    says: ['--range soon', 'last_30_days'],
  },
  'no field': { args: ['--shop', 'sample', '--range', '2026-01-01'], says: ['--metrics', '--by'] },
  'an unknown metric': { args: [...GOOD, '--metrics', 'gnv'], says: ['gnv', 'gmv'] },
  'an unknown dimension': { args: [...GOOD, '--by', 'dates'], says: ['dates', 'date'] },
  'a filter without an operator': {
    args: [...GOOD, '--filter', 'CANCELLED'],
    says: ["'CANCELLED'", 'order_status!='],
  },
  'a filter on an unknown field': { args: [...GOOD, '--filter', 'state=US'], says: ['state'] },
  'sorting by a field that is not there': { args: [...GOOD, '--sort=date'], says: ['date'] },
  'sorting without an equals sign': { args: [...GOOD, '--sort', '-gmv'], says: ['--sort=-gmv'] },
  'a limit of zero': { args: [...GOOD, '--limit', '0'], says: ['--limit 0', '1'] },
  'an unknown zone': { args: [...GOOD, '--tz', 'Mars/Base'], says: ['--tz Mars/Base', 'Asia/Jakarta'] },
  'a moment that is none': { args: [...GOOD, '--now', 'noon'], says: ['--now noon', '2026-03-01T00:00:00Z'] },
  'an unknown format': { args: [...GOOD, '--format', 'xml'], says: ['--format xml', 'tsv', 'json'] },
  'a comparison with nothing known': {
    args: [...GOOD, '--compare', 'before'],
    says: ['before', 'last_30_days'],
  },
  'an unknown change': {
    args: [...GOOD, '--compare', 'last_year', '--show', 'delta'],
    says: ['--show delta', 'percent'],
  },
  'a pivot of the field that splits the rows': {
    args: [...GOOD, '--by', 'month', '--pivot', 'month'],
    says: ['month'],
  },
  'a share of what is not shown': { args: [...GOOD, '--share', 'orders'], says: ['orders'] },
  'a running total of what does not add up': {
    args: [...GOOD, '--metrics', 'customers', '--by', 'date', '--running', 'customers'],
    says: ['Customers', 'running total'],
  },
  'subtotals beside a limit': {
    args: [...GOOD, '--by', 'month,date', '--subtotals', '--limit', '3'],
    says: ['limit', 'ubtotals'],
  },
  'a time that is none': { args: [...GOOD, '--time-field', 'order_status'], says: ['order_status'] },
  'a week that begins on a Tuesday': {
    args: [...GOOD, '--week-start', 'tuesday'],
    says: ['--week-start tuesday', 'sunday'],
  },
  'rates that are none': { args: [...GOOD, '--rates', 'dollars'], says: ['--rates dollars', 'USD:'] },
  'a regular expression that is none': {
    args: [...GOOD, '--filter', 'product_name=~('],
    says: ['product_name', 'regular expression'],
  },
  'unknown records': { args: [...GOOD, '--dump', 'refunds'], says: ['--dump refunds', 'orders'] },
  'a number of orders that is none': { args: [...GOOD, '--orders', 'many'], says: ['--orders many'] },
};

test.each(Object.entries(CASES))(
  '%s ends with exit code 2 and says what to write',
  async (_, { args, says }) => {
    const { code, stdout, stderr } = await report(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const words of says) expect(stderr).toContain(words);
    // One clear sentence or two, no stack.
    expect(stderr).not.toContain('    at ');
  },
);

test('--help shows every option with examples and succeeds', async () => {
  const { code, stdout } = await report('--help');
  expect(code).toBe(0);
  for (const option of ['--shop', '--filter', '--sort', '--dump', '--seed', 'npm run -s report -- '])
    expect(stdout).toContain(option);
});

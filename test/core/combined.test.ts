// Metrics made of others: differences and rates, from the values of their parts.
import { decimalText, type Exact, whole } from '../../src/server/core/exact';
import type { Catalog, Metric } from '../../src/server/core/metric';
import { metricIn } from '../../src/server/core/table';

const made = (metric: object) => ({ ...metric }) as Metric;
const catalog = {
  metrics: {
    gap: made({ kind: 'total', type: 'money', of: ['paid'], minus: ['told'] }),
    share: made({ kind: 'ratio', type: 'percent', of: ['told', 'paid'] }),
    mille: made({ kind: 'ratio', type: 'money', of: ['told', 'paid'], per: 1000 }),
  },
} as unknown as Catalog;
const combined = (id: string, paid: Exact | null, told: Exact | null): string | null => {
  const found = metricIn(catalog, { paid: () => paid, told: () => told }, id, 0);
  return found && decimalText(found, 0, 6);
};

test.each<[string, Exact | null, Exact | null, string | null]>([
  ['of amounts with as many decimals', whole(1250, 2), whole(1025, 2), '2.25'],
  ['of amounts with more decimals on one side', whole(10), whole(1025, 2), '-0.25'],
  [
    'beyond what a double counts exactly',
    whole(BigInt('90071992547409931'), 1),
    whole(1, 1),
    '9007199254740993',
  ],
  ['where only the first has rows', whole(7), null, '7'],
  ['where only the second has rows', null, whole(7), '-7'],
  ['where none has rows', null, null, null],
])('a difference %s', (_what, paid, told, expected) => {
  expect(combined('gap', paid, told)).toBe(expected);
});

test('a rate is one for each of the other, or for each thousand', () => {
  expect(combined('share', whole(4), whole(1))).toBe('0.25');
  expect(combined('mille', whole(8), whole(125, 2))).toBe('156.25');
  expect(combined('mille', whole(0), whole(125, 2))).toBeNull();
  expect(combined('mille', null, whole(125, 2))).toBeNull();
});

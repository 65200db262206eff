// An independent answer to any report about orders: from TikTok's own records, by the words of the specification, in
// the plainest way, and without a line of the add-on's code. Slow and obvious on purpose.
import { type Decimal, decimalText, type Quotient, quotientOf, rounded, whole } from './decimal';
import type { Cell } from './fields';
import { metricPasses } from './filters';
import { fieldNamed, type Group, groupsOf, valueIn } from './groups';
import { basesOf, METRICS } from './metrics';
import { rowOrder } from './order-of-rows';
import type { Question } from './question';
import { digitsOf } from './record';

export type Expected = {
  readonly columns: readonly { readonly id: string; readonly type: string; readonly currency?: string }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Decimals beyond the currency's own with which a quotient of money is stated. */
const QUOTIENT_DIGITS = 4;

export function oracle(question: Question): Expected {
  const { metrics, dimensions, filters = [], limit = null } = question;
  // An id that is both (the tax rate) is a metric where the report shows it as one.
  const onMetric = ({ field }: { field: string }) =>
    field in METRICS && (metrics.includes(field) || field !== 'tax_rate');
  const metricFilters = filters.filter(onMetric);
  const bases = basesOf([...metrics, ...metricFilters.map(({ field }) => field)]);
  let groups = groupsOf(
    question,
    bases,
    filters.filter((filter) => !onMetric(filter)),
  );
  // One total is an answer even about nothing.
  if (dimensions.length === 0 && groups.length === 0)
    groups = [{ cells: [], currency: null, sums: new Map(), seen: new Map() }];
  groups = groups
    .filter((group) => metricFilters.every((filter) => metricPasses(exactly(group, filter.field), filter)))
    .sort(rowOrder(question, exactly));
  const currencies = [...new Set(groups.map(({ currency }) => currency))].filter((each) => each !== null);
  const split = currencies.length > 1 && !dimensions.includes('currency');
  const only = currencies.length === 1 ? currencies[0]! : undefined;
  return {
    columns: [
      ...dimensions.map((id) => ({ id, type: fieldNamed(id).type })),
      ...(split ? [{ id: 'currency', type: 'currency' }] : []),
      ...metrics.map((id) => {
        const { type } = METRICS[id]!;
        return { id, type, ...(type === 'money' && only ? { currency: only } : {}) };
      }),
    ],
    rows: groups
      .slice(0, limit ?? groups.length)
      .map((group) => [
        ...group.cells,
        ...(split ? [group.currency] : []),
        ...metrics.map((id) => shown(group, id)),
      ]),
  };
}

/** Any metric of a group as an exact quotient. */
function exactly(group: Group, id: string): Quotient | null {
  const metric = METRICS[id]!;
  return 'ratio' in metric
    ? quotientOf(valueIn(group, metric.ratio[0]), valueIn(group, metric.ratio[1]))
    : quotientOf(valueIn(group, id), whole(1));
}

function shown(group: Group, id: string): Cell {
  const metric = METRICS[id]!;
  const digits = digitsOf(group.currency ?? '');
  if (!('ratio' in metric)) {
    const value: Decimal = valueIn(group, id);
    return metric.type === 'money' ? decimalText(value, digits) : Number(value.units);
  }
  const value = exactly(group, id);
  if (value === null) return null;
  if (metric.type === 'money') return decimalText(rounded(value, digits + QUOTIENT_DIGITS), digits);
  return Number(value.above) / Number(value.below);
}

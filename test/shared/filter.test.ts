import fc from 'fast-check';
import { type Filter, faultOf, filterText, OPERATORS, parseFilter } from '../../src/shared/filter';

const MANY = ['=', '!='];

/** Values that the short text can carry: no blanks around, and not beginning like the rest of an operator. */
const values = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('|', '\\', 'a'), maxLength: 6 }),
  )
  .map((text) => text.trim())
  .filter((text) => !/^[=~<]/.test(text));
const filters: fc.Arbitrary<Filter> = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
    fc.constantFrom(...OPERATORS),
    fc.array(values, { minLength: 2, maxLength: 4 }),
  )
  .map(([field, operator, all]) => ({
    field,
    operator,
    values: MANY.includes(operator) ? all : all.slice(0, operator === '><' ? 2 : 1),
  }))
  .filter((filter) => faultOf(filter) === null);

test('a filter is read back from its text', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(parseFilter(filterText(filter))).toEqual(filter);
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, Filter]>([
  ['order_status!=CANCELLED', { field: 'order_status', operator: '!=', values: ['CANCELLED'] }],
  ['product_name~soap', { field: 'product_name', operator: '~', values: ['soap'] }],
  ['product_name!~a=b', { field: 'product_name', operator: '!~', values: ['a=b'] }],
  ['gmv >= 10', { field: 'gmv', operator: '>=', values: ['10'] }],
  ['gmv>10', { field: 'gmv', operator: '>', values: ['10'] }],
  ['seller_sku^=AB-', { field: 'seller_sku', operator: '^=', values: ['AB-'] }],
  ['date><2026-01-01|2026-01-31', { field: 'date', operator: '><', values: ['2026-01-01', '2026-01-31'] }],
  ['seller_sku=~^AB\\|\\d$', { field: 'seller_sku', operator: '=~', values: ['^AB|\\d$'] }],
  ['paid_time=', { field: 'paid_time', operator: '=', values: [''] }],
  [' status=A| B |', { field: 'status', operator: '=', values: ['A', 'B', ''] }],
  ['note=two\nlines', { field: 'note', operator: '=', values: ['two\nlines'] }],
])('%p is understood', (text, filter) => {
  expect(parseFilter(text)).toEqual(filter);
});

test.each([
  ['', 'it has no field and operator'],
  ['status', 'it has no field and operator'],
  ['=x', 'it has no field and operator'],
  ['Status=x', 'it has no field and operator'],
  ['gmv>=1|2', '>= takes one value'],
  ['name~a|b', '~ takes one value'],
])('%p says what is wrong', (text, why) => {
  expect(parseFilter(text)).toBe(why);
});

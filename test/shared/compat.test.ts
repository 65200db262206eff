import { conflicts } from '../../src/shared/compat';
import type { FieldInfo } from '../../src/shared/field';

const field = (kind: FieldInfo['kind'], label: string, streams: string[]): FieldInfo => ({
  id: label.toLowerCase(),
  label,
  kind,
  group: 'Group',
  type: 'text',
  about: '',
  source: '',
  streams,
});
const metric = (label: string, ...streams: string[]) => field('metric', label, streams);
const dimension = (label: string, ...streams: string[]) => field('dimension', label, streams);

test('fields that share a stream stand together', () => {
  expect(conflicts([metric('GMV', 'orders'), dimension('Product', 'line_items', 'orders')])).toEqual([]);
  expect(conflicts([])).toEqual([]);
  expect(conflicts([metric('GMV', 'orders'), metric('Views', 'videos')])).toEqual([]);
});

test('every pair that cannot stand together is named', () => {
  expect(
    conflicts([
      metric('Views', 'videos'),
      metric('GMV', 'orders'),
      dimension('Product', 'line_items', 'orders'),
      dimension('Creator', 'videos'),
    ]),
  ).toEqual([
    "Views can't be split by Product: TikTok does not tell one for the other.",
    "GMV can't be split by Creator: TikTok does not tell one for the other.",
  ]);
});

test('without metrics, the dimensions must have records in common', () => {
  expect(conflicts([dimension('Product', 'line_items', 'orders'), dimension('City', 'orders')])).toEqual([]);
  expect(conflicts([dimension('Product', 'line_items'), dimension('Creator', 'videos')])).toEqual([
    'Product, Creator have no records in common.',
  ]);
});

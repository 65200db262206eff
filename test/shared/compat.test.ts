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

test('what can be counted by finer rows but not shared out to them is refused with that reason', () => {
  const sum = { ...metric('GMV', 'orders'), grains: [['orders', 'line_items']], finer: ['returns'] };
  const count = { ...metric('Orders', 'orders'), grains: [['orders', 'line_items', 'returns']] };
  expect(conflicts([count, dimension('Reason', 'returns')])).toEqual([]);
  expect(conflicts([sum, dimension('Reason', 'returns')])).toEqual([
    "GMV can't be split by Reason: nothing tells how to share it out.",
  ]);
});

test('dimensions that fit a metric one by one may not fit together', () => {
  const orders = { ...metric('Orders', 'orders'), grains: [['orders', 'line_items', 'packages']] };
  expect(conflicts([orders, dimension('Product', 'line_items'), dimension('Carrier', 'packages')])).toEqual([
    "Orders can't be split by Product and Carrier at once: no record has them all.",
  ]);
});

test('figures of whole days have no hours, and a metric must know the time that a report goes by', () => {
  const daily = { ...metric('Visitors', 'traffic'), daily: true };
  const hour = { ...dimension('Hour', 'traffic', 'orders'), daily: true };
  expect(conflicts([daily, hour])).toEqual([
    "Visitors can't be split by Hour: TikTok tells it for whole days only.",
  ]);
  expect(conflicts([metric('GMV', 'orders'), hour])).toEqual([]);
  expect(conflicts([daily], dimension('Paid Time', 'orders'))).toEqual([
    'Visitors does not know Paid Time: choose another time.',
  ]);
});

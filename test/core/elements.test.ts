// Rows from what lies within a record: lists, lists in lists, and objects whose keys nobody knows beforehand.
import { rowsOf } from '../../src/server/core/normalise';
import { plainHash, things } from './parcels';

const field = (path: string) => ({ path, type: 'text', label: path, about: '' }) as const;
const rows = (explode: string | readonly string[], record: unknown) =>
  rowsOf(
    {
      ...things,
      explode,
      fields: { id: field('id'), of: field('of'), key: field('key'), value: field('value') },
    },
    record,
    plainHash,
  );

const record = {
  id: 'parcel',
  parts: [
    { id: 'a', costs: { fee: { post: '-2', stamp: '0.00', glue: '' }, tax: { state: '-1', notes: {} } } },
    { id: 'b', costs: { fee: { wax: '-4' } } },
    { id: 'c' },
  ],
};

test('an object behind {} is the list of its entries, without zeros and objects, with the keys around them', () => {
  expect(rows('parts.costs.fee{}', record)).toEqual([
    ['a', 'fee', 'post', '-2'],
    ['b', 'fee', 'wax', '-4'],
  ]);
});

test('several paths give the elements of all, told apart by the object that they come from', () => {
  expect(rows(['parts.costs.fee{}', 'parts.costs.tax{}'], record)).toEqual([
    ['a', 'fee', 'post', '-2'],
    ['b', 'fee', 'wax', '-4'],
    ['a', 'tax', 'state', '-1'],
  ]);
});

test('what is not there gives no rows', () => {
  expect(rows(['nothing.at.all{}', 'parts.none{}'], record)).toEqual([]);
});

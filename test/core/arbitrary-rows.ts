// Rows as a shop may bring them: any script, ids of any length, missing values everywhere.
import fc from 'fast-check';
import type { Row, StreamField, Value } from '../../src/server/core/stream';
import { parcels } from './parcels';

const LARGEST = 2 ** 51 - 1;

/** 16 to 22 digits, which are stored as two numbers, and whatever else an id may be. */
const ids = fc.oneof(
  fc.stringMatching(/^[1-9][0-9]{15,21}$/),
  fc.stringMatching(/^[0-9]{1,24}$/),
  fc.constantFrom(
    '0000000000000000001',
    '1000000000000000000',
    '9999999999999999999999',
    'TTP_1',
    '-5',
    '1E5',
  ),
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '=SUM(A1)',
    "'quoted",
    'TRUE',
    '12-05',
    'áéí 漢字 🧴👩‍🚀',
    'a\u0000b',
    '\t\n\r',
    '"',
    '\\',
  ),
);
const units = fc.oneof(
  fc.integer({ min: -LARGEST, max: LARGEST }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, LARGEST, -LARGEST),
);
/** Decimal text with up to three decimals of its own, without trailing zeros: the form that comes back. */
const decimals = fc
  .tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.integer({ min: 0, max: 3 }))
  .map(([value, scale]) => {
    const figures = String(Math.abs(value)).padStart(scale + 1, '0');
    const whole = figures.slice(0, figures.length - scale);
    const fraction = figures.slice(figures.length - scale).replace(/0+$/, '');
    const text = fraction === '' ? whole : `${whole}.${fraction}`;
    return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
  });

const VALUES: Record<StreamField['type'], fc.Arbitrary<Value>> = {
  id: ids,
  text: texts,
  hash: texts,
  time: fc.integer({ min: 1, max: 4_102_444_800 }),
  day: fc.integer({ min: 1, max: 47_481 }).map((day) => day * 86_400),
  integer: units,
  boolean: fc.boolean(),
  decimal: decimals,
  money: decimals,
};

const anyRow: fc.Arbitrary<Row> = fc.tuple(
  ...Object.values(parcels.fields).map(({ type }) => fc.option(VALUES[type], { nil: null, freq: 6 })),
);

/** Rows of parcels; often with whole columns empty. */
export const rowLists = fc
  .tuple(
    fc.array(anyRow, { maxLength: 40 }),
    fc.uniqueArray(fc.nat({ max: Object.keys(parcels.fields).length - 1 })),
  )
  .map(([rows, empty]) => rows.map((row) => row.map((value, i) => (empty.includes(i) ? null : value))));

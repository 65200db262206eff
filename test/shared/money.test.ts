import fc from 'fast-check';
import { currencyDigits, decimalsOf, sumDecimals, toDecimal, toScaled } from '../../src/shared/money';

const MAX = Number.MAX_SAFE_INTEGER;

/** Units of 10^-scale as plain text, worked out with BigInt alone. */
function naive(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const figures = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + figures : `${sign}${figures.slice(0, -scale)}.${figures.slice(-scale)}`;
}

const scales = fc.integer({ min: 0, max: 9 });
const safe = fc.integer({ min: -MAX, max: MAX });

test('units become text and units again, at any scale', () => {
  fc.assert(
    fc.property(safe, scales, (units, scale) => {
      const text = toDecimal(units, scale, scale);
      expect(text).toBe(naive(BigInt(units), scale));
      expect(toScaled(text, scale)).toBe(units);
    }),
    { numRuns: 1000 },
  );
});

test('trailing zeros beyond the shown digits go, and never change the value', () => {
  fc.assert(
    fc.property(safe, scales, fc.integer({ min: 0, max: 4 }), (units, scale, digits) => {
      const text = toDecimal(units, scale, digits);
      const shown = text.split('.')[1] ?? '';
      expect(shown.length).toBeGreaterThanOrEqual(digits);
      expect(shown.length > digits && shown.endsWith('0')).toBe(false);
      expect(decimalsOf(text)).not.toBeNull();
      expect(toScaled(text, scale)).toBe(units);
    }),
  );
});

test.each([
  [1250, 2, 2, '12.50'],
  [1250, 2, 0, '12.5'],
  [-5, 2, 2, '-0.05'],
  [0, 0, 2, '0.00'],
  [5000, 0, 0, '5000'],
  [123n, 5, 2, '0.00123'],
  [-(2n ** 80n), 2, 2, '-12089258196146291747061.76'],
])('%p units at scale %d with %d digits read %s', (units, scale, digits, text) => {
  expect(toDecimal(units, scale, digits)).toBe(text);
});

test('an amount is read exactly or not at all', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), scales, scales, (units, stated, scale) => {
      const text = naive(units, stated);
      const read = toScaled(text, scale);
      const exact =
        stated <= scale
          ? units * 10n ** BigInt(scale - stated)
          : units % 10n ** BigInt(stated - scale) === 0n
            ? units / 10n ** BigInt(stated - scale)
            : null;
      const fits = exact !== null && exact <= BigInt(MAX) && exact >= -BigInt(MAX);
      expect(read === null ? null : BigInt(read)).toBe(fits ? exact : null);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '-', '.5', '5.', '1,000', '1e3', '+5', ' 5', '0x10', 'NaN', '1.2.3', '--1', '٥'])(
  '%p is no amount',
  (text) => {
    expect(decimalsOf(text)).toBeNull();
    expect(toScaled(text, 2)).toBeNull();
  },
);

test('zero has no sign', () => {
  expect(Object.is(toScaled('-0.00', 2), 0)).toBe(true);
  expect(sumDecimals(['-0.00'])).toBe('0');
});

test('decimals are counted without trailing zeros', () => {
  expect(['21.30', '5000', '0.00', '1.001'].map(decimalsOf)).toEqual([1, 0, 0, 3]);
});

test('a sum of texts is the sum of the amounts, whatever their decimals and signs', () => {
  const amount = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scales);
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (amounts) => {
      const exact = amounts.reduce((sum, [units, scale]) => sum + units * 10n ** BigInt(9 - scale), 0n);
      const sum = sumDecimals(amounts.map(([units, scale]) => naive(units, scale)))!;
      const [whole, fraction = ''] = sum.split('.') as [string, string?];
      expect(
        BigInt(whole.replace('-', '') + fraction.padEnd(9, '0')) * (sum.startsWith('-') ? -1n : 1n),
      ).toBe(exact);
    }),
  );
});

test('texts that are no amounts are left out of a sum; nothing but those sums to nothing', () => {
  expect(sumDecimals(['0.1', 'undefined', '0.2'])).toBe('0.3');
  expect(sumDecimals(['undefined'])).toBeNull();
  expect(sumDecimals([])).toBeNull();
});

test('IDR, JPY and VND have no decimals', () => {
  expect(['IDR', 'JPY', 'VND', 'USD', 'EUR', ''].map(currencyDigits)).toEqual([0, 0, 0, 2, 2, 2]);
});

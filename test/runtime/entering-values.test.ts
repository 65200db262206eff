import { inSheet, tiny } from './tiny-project';

/** What a cell holds and shows after `setValue`, in a cell of format `format`. */
function entered(value: unknown, format?: string, locale?: string): unknown[] {
  const project = tiny(
    inSheet(`const r = tab.getRange(1, 1); if (b) r.setNumberFormat(b); r.setValue(a);
      return [r.getFormula() || r.getValue(), r.getDisplayValue()]`),
  );
  const { runtime } = project;
  const document = locale ? runtime.createSpreadsheet({ owner: 'x@y', locale }) : project.document;
  return runtime.run('main', [value, format], { user: 'x@y', document }).value as unknown[];
}

test.each([
  ['01234', 1234, '1234'],
  ['576461413038785752', 576461413038785800, '5.76461413038786E+17'],
  ['1E5', 100000, '1.00E+05'],
  ['22 34', 2234, '2234'],
  ['1,000,000', 1000000, '1,000,000'],
  ['2.000', 2, '2'],
  ['$2.99', 2.99, '$2.99'],
  ['12%', 0.12, '12%'],
  ['(5)', -5, '-5'],
  ['TRUE', true, 'TRUE'],
  ['false', false, 'FALSE'],
  ['12-05', new Date(Date.UTC(2026, 11, 5)), '12/5/2026'],
  ['1/2', new Date(Date.UTC(2026, 0, 2)), '1/2/2026'],
  ['2026-01-31', new Date(Date.UTC(2026, 0, 31)), '2026-01-31'],
  ['2026-01-31 10:20:30', new Date(Date.UTC(2026, 0, 31, 10, 20, 30)), '2026-01-31 10:20:30'],
  ['Jan 5', new Date(Date.UTC(2026, 0, 5)), '5 Jan 2026'],
  ['2026-02-31', '2026-02-31', '2026-02-31'],
  ['2026-01-31T10:20:30Z', '2026-01-31T10:20:30Z', '2026-01-31T10:20:30Z'],
  ['1.2.3', '1.2.3', '1.2.3'],
  ['12 pieces', '12 pieces', '12 pieces'],
  ["'007", '007', '007'],
  ['=1+1', '=1+1', '2'],
  ['+A5', '=+A5', '0'],
  [' x ', ' x ', ' x '],
  ['', '', ''],
  [null, '', ''],
])('%j becomes %j and shows as %j', (value, stored, shown) => {
  expect(entered(value)).toEqual([stored, shown]);
});

test.each(['01234', '576461413038785752', '1E5', '12-05', 'TRUE', '12%', "'007", '+A5', '-x', '@a'])(
  '%j stays text in a cell of format @',
  (value) => {
    expect(entered(value, '@')).toEqual([value, value]);
  },
);

test('a leading = is a formula even in a cell of format @: nobody promises otherwise', () => {
  expect(entered('=1+1', '@')).toEqual(['=1+1', '2']);
});

test('what text means depends on the locale', () => {
  expect(entered('1.5', undefined, 'en_US')[0]).toBe(1.5);
  expect(entered('1.5', undefined, 'de_DE')[0]).toEqual(new Date(Date.UTC(2026, 4, 1)));
  expect(entered('1,5', undefined, 'de_DE')).toEqual([1.5, '1,5']);
  expect(entered('3/4/2026', undefined, 'en_GB')[0]).toEqual(new Date(Date.UTC(2026, 3, 3)));
});

test('dates are serial numbers on the spreadsheet’s clock', () => {
  const { runtime } = tiny(
    inSheet(`tab.getRange(1, 1, 1, 2).setValues([[new Date(Date.UTC(2026, 0, 1, 3)), 46023.5]]);
      tab.getRange(1, 2).setNumberFormat('yyyy-mm-dd hh:mm:ss');
      const shown = tab.getRange(1, 1, 1, 2).getDisplayValues()[0]; const [a1, b1] = tab.getRange(1, 1, 1, 2).getValues()[0];
      tab.getRange(1, 1).setNumberFormat('0.000'); return [...shown, a1, b1, tab.getRange(1, 1).getValue()]`),
  );
  const document = runtime.createSpreadsheet({ owner: 'x@y', timeZone: 'America/New_York' });
  expect(runtime.run('main', [], { user: 'x@y', document }).value).toEqual([
    '12/31/2025 22:00:00',
    '2026-01-01 12:00:00',
    new Date(Date.UTC(2026, 0, 1, 3)),
    new Date(Date.UTC(2026, 0, 1, 17)),
    expect.closeTo(46022.9167, 3),
  ]);
});

test.each([
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00;(#,##0.00)', '(1,234.50)'],
  [0.1234, '0.00%', '12.34%'],
  [1.005, '0.00', '1.01'],
  [7, '000', '007'],
  [0.5, '#.##', '.5'],
  [1234567, '#,##0', '1,234,567'],
  [3, '0 "pieces"', '3 pieces'],
  [12.3, '[$€]0.00', '€12.30'],
  [46023.75, 'ddd, d mmmm yyyy h:mm am/pm', 'Thu, 1 January 2026 6:00 PM'],
  [0.1 + 0.2, '', '0.3'],
  [1e15, '', '1E+15'],
])('%d in format %j shows as %j', (value, format, shown) => {
  expect(entered(value, format || 'general')[1]).toBe(shown);
});

test('too much text, wrong shapes and things that are no values are refused, and nothing is written', () => {
  const { main, runtime, document } = tiny(
    inSheet(
      `tab.getRange(1, 1, 2, 1).setValues(a === 'date' ? [['x'], [new Date(NaN)]] : a === 'map' ? [['x'], [new Map()]] : a)`,
    ),
  );
  const refusal = (grid: unknown) => main([grid]).error?.message;
  expect(refusal([['x'], ['y'.repeat(50_001)]])).toMatch(/more than the maximum of 50000 characters/);
  expect(refusal([['x']])).toMatch(/The data has 1 but the range has 2/);
  expect(refusal([['x'], ['y', 'z']])).toMatch(/The data has 2 but the range has 1/);
  expect(refusal(['x', 'y'])).toMatch(/method signature/);
  expect(refusal([['x'], [{}]])).toMatch(/method signature/);
  expect(refusal([['x'], [[1]]])).toMatch(/method signature/);
  expect(refusal('map')).toMatch(/method signature/);
  expect(refusal('date')).toMatch(/invalid date/);
  expect(refusal([['x'], [Number.NaN]])).toMatch(/no cell value/);
  expect(runtime.document(document).tab('Sheet1').values()).toEqual([['']]);
  expect(refusal([['x'], ['y'.repeat(50_000)]])).toBeUndefined();
});

test('undefined empties a cell', () => {
  const { main } = tiny(
    inSheet(`const r = tab.getRange(1, 1); r.setValue('x'); r.setValue(undefined); return r.isBlank()`),
  );
  expect(main().value).toBe(true);
});

test('rich text is text, whatever it looks like', () => {
  const { main } = tiny(
    inSheet(`const r = tab.getRange(1, 1); r.setRichTextValue(SpreadsheetApp.newRichTextValue().setText('=1+1').build());
      return [r.getFormula(), r.getValue()]`),
  );
  expect(main().value).toEqual(['', '=1+1']);
});

test('50,000 cells are written and read in one call each', () => {
  const { main } = tiny(
    inSheet(`tab.insertRowsAfter(1000, 4000); const grid = Array.from({ length: 5000 }, (_, i) => Array.from({ length: 10 }, (_, j) => 'row ' + i + j));
      const r = tab.getRange(1, 1, 5000, 10); r.setNumberFormat('@').setValues(grid); return r.getValues().length`),
  );
  expect(main().value).toBe(5000);
});

// Charts, lists in cells and conditional formats, with the rules that Google has for them.
import { inSheet, tiny } from './tiny-project';

const chart = (steps: string) => `tab.insertChart(tab.newChart()${steps}.build());`;
const WHOLE = '.setChartType(Charts.ChartType.LINE).addRange(tab.getRange("A1:B5")).setPosition(2, 4, 0, 0)';

test('a chart keeps its type, ranges, options and place, follows inserted rows, and goes', () => {
  const { main, runtime, document } = tiny(
    inSheet(`
      ${chart(`${WHOLE}.setNumHeaders(1).setOption("title", "Sales").setOption("legend", { position: "bottom" })`)}
      tab.insertRowsBefore(1, 2);
      if (a) tab.removeChart(tab.getCharts()[0]);
      return [tab.getCharts().length, tab.getCharts().map((one) => one.getRanges()[0].getA1Notation())];
    `),
  );
  expect(main().value).toEqual([1, ['A3:B7']]);
  const view = runtime.document(document).tab('Sheet1');
  expect(view.charts).toEqual([
    {
      type: 'LINE',
      ranges: ['A3:B7'],
      headers: 1,
      options: { title: 'Sales', legend: { position: 'bottom' } },
      row: 2,
      column: 4,
    },
  ]);
  // The first one, of the run before, went.
  expect(main([true]).value).toEqual([1, ['A3:B7']]);
});

test.each([
  [chart(WHOLE.replace('Charts.ChartType.LINE', '"LINE"')), /method signature for .*setChartType/],
  [chart(WHOLE.replace(/\.setPosition.*/, '')), /needs a position/],
  [chart(WHOLE.replace(/\.addRange.*\)\)/, '')), /needs a range/],
  [chart(WHOLE.replace('(2, 4, 0, 0)', '(2, 4)')), /method signature for .*setPosition/],
  [chart(WHOLE.replace('(2, 4, 0, 0)', '(2000, 4, 0, 0)')), /outside the dimensions/],
  ['tab.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().build())', /needs a criterion/],
  [
    'SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: 501 }, (_, i) => String(i)))',
    /501 items/,
  ],
  ['SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(0).build()', /needs a range/],
  [
    'SpreadsheetApp.newConditionalFormatRule().setGradientMinpoint("#ffffff").setRanges([tab.getRange("A1")]).build()',
    /both ends of a gradient/,
  ],
  ['SpreadsheetApp.newConditionalFormatRule().setFontColor("red")', /Invalid argument: color/],
])('%s is refused', (code, message) => {
  expect(tiny(inSheet(code)).main().error?.message).toMatch(message);
});

test('a list lets in what it holds; what it does not hold is refused by script and by hand, unless the rule only marks it', () => {
  const rule = (allow: boolean) =>
    `tab.getRange("B2:B3").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"], true).setAllowInvalid(${allow}).build());`;
  const { main, runtime, document } = tiny(inSheet(`${rule(false)} tab.getRange("B2").setValue(a);`));
  expect(main(['b']).error).toBeUndefined();
  expect(main(['c']).error?.message).toMatch(/cell B2 violates the data validation rules/);
  const view = runtime.document(document).tab('Sheet1');
  expect(view.cell('B2').value).toBe('b');
  expect(() => view.type('B3', 'c')).toThrow(/cell B3 violates/);
  view.type('B3', '');
  view.insertRows(1);
  expect(view.validations).toEqual([{ range: 'B3:B4', list: ['a', 'b'], allowInvalid: false }]);
  expect(tiny(inSheet(`${rule(true)} tab.getRange("B2").setValue("c")`)).main().error).toBeUndefined();
});

test('a new rule takes the place of the old one in its own cells only; none clears them', () => {
  const { main, runtime, document } = tiny(
    inSheet(`
      const list = (...texts) => SpreadsheetApp.newDataValidation().requireValueInList(texts).build();
      tab.getRange("A1:C3").setDataValidation(list("a"));
      tab.getRange("B2").setDataValidation(list("b"));
      tab.getRange("A1:A3").setDataValidation(null);
    `),
  );
  expect(main().error).toBeUndefined();
  const { validations } = runtime.document(document).tab('Sheet1');
  expect(validations.map(({ range, list }) => `${range} ${list?.join()}`).sort()).toEqual([
    'B1:C1 a',
    'B2 b',
    'B3:C3 a',
    'C2 a',
  ]);
});

test('conditional formats are set as a whole and read back', () => {
  const { main, runtime, document } = tiny(
    inSheet(`
      const rule = SpreadsheetApp.newConditionalFormatRule;
      tab.setConditionalFormatRules([
        rule().whenNumberLessThan(0).setFontColor("#c5221f").setRanges([tab.getRange("B1:B9")]).build(),
        rule().setGradientMinpoint("#ffffff").setGradientMaxpoint("#fe2c55").setRanges([tab.getRange("C1:D9")]).build(),
      ]);
      tab.setConditionalFormatRules(tab.getConditionalFormatRules().slice(a));
    `),
  );
  main([0]);
  const view = runtime.document(document).tab('Sheet1');
  expect(view.conditionalFormats).toEqual([
    { ranges: ['B1:B9'], gradient: null, condition: { kind: 'less', than: 0, style: { color: '#c5221f' } } },
    { ranges: ['C1:D9'], gradient: { min: '#ffffff', max: '#fe2c55' }, condition: null },
  ]);
  main([1]);
  expect(view.conditionalFormats.map(({ ranges }) => ranges)).toEqual([['C1:D9']]);
});

test('a formula names a range, and semicolons part its arguments', () => {
  const { runtime, document } = tiny('');
  const view = runtime.document(document).tab('Sheet1');
  view.type('A1', '2');
  view.type('A2', '3');
  view.nameRange('RATES', 'A1:A2');
  view.type('B1', '=SUM(RATES;1)&";"');
  expect(view.cell('B1').value).toBe('6;');
  view.type('B2', '=SUM(NO_SUCH_NAME)');
  expect(view.cell('B2').display).toBe('#NAME?');
});

import { ann, ben, callsOf, inSheet, tiny } from './tiny-project';

test('tabs: inserted, named, ordered, hidden, found by id, deleted', () => {
  const { main, runtime, document } = tiny(
    inSheet(`const data = ss.insertSheet('Data'); const other = ss.insertSheet();
      other.setName('Other'); tab.hideSheet(); data.setFrozenRows(1); data.setTabColor('#ff0000');
      const same = ss.getSheetById(data.getSheetId()).getName();
      ss.deleteSheet(other);
      return [same, ss.getSheetByName('Other'), ss.getSheetById(1), ss.getSheets().map((s) => s.getName()), data.getIndex(), tab.getSheetId()]`),
  );
  expect(main().value).toEqual(['Data', null, null, ['Sheet1', 'Data'], 2, 0]);
  const view = runtime.document(document);
  expect(view.tabs.map(({ name, hidden, frozenRows }) => ({ name, hidden, frozenRows }))).toEqual([
    { name: 'Sheet1', hidden: true, frozenRows: 0 },
    { name: 'Data', hidden: false, frozenRows: 1 },
  ]);
  expect(view.tab('Data').id).not.toBe(1);
});

test.each([
  ['', /Invalid argument/],
  ['x'.repeat(101), /longer than 100/],
  ['a/b', /Invalid sheet name/],
  ['[a]', /Invalid sheet name/],
  ["o'clock", /Invalid sheet name/],
  ['sheet1', /already exists/],
])('a tab cannot be named %.20j', (name, message) => {
  expect(tiny(inSheet('ss.insertSheet(a)')).main([name]).error?.message).toMatch(message);
});

test.each([
  ['ss.deleteSheet(tab)', /remove all the sheets/],
  ['tab.hideSheet()', /hide all the sheets/],
  ['tab.getRange(1001, 1)', /outside the dimensions/],
  ['tab.getRange(0, 1)', /outside the dimensions/],
  ['tab.getRange(1, 1, 0, 1)', /at least 1/],
  ['tab.getRange("Nope!A1")', /Range not found/],
  ['tab.getRange(1.5, 1)', /method signature/],
  ['tab.deleteRows(1, 1000)', /delete all the rows/],
  ['tab.setFrozenRows(1); tab.deleteRows(2, 999)', /non-frozen/],
  ['tab.deleteColumns(20, 10)', /out of bounds/],
  ['tab.getRange(1, 1).setNumberFormat(null)', /method signature/],
  ['tab.getRange(1, 1).setFontWeight("fat")', /fontWeight/],
  ['const s = ss.insertSheet("x"); ss.deleteSheet(s); s.getName()', /not found/],
  ['const r = tab.getRange(1000, 1); tab.deleteRow(5); r.getValue()', /outside the dimensions/],
  ['tab.getRange(1, 1, 2, 2).createFilter(); tab.getRange(5, 5).createFilter()', /already has a filter/],
  ['tab.getRange(1, 1, 2, 2).applyRowBanding(); tab.getRange(2, 2).applyRowBanding()', /alternating/],
  ['tab.insertColumnsAfter(26, 18253)', /18278 columns|above the limit/],
])('%s is refused', (code, message) => {
  expect(tiny(inSheet(code)).main().error?.message).toMatch(message);
});

test('a file has ten million cells at most, empty ones included', () => {
  const { main, runtime, document } = tiny(
    inSheet(
      'tab.insertRowsAfter(1000, 383000); try { ss.insertSheet("a") } catch (e) { console.log(e.message) } tab.insertRowsAfter(1, 616)',
    ),
  );
  const { error, log } = main();
  expect(log[0]?.text).toMatch(/above the limit of 10000000 cells/);
  expect(error?.message).toMatch(/above the limit of 10000000 cells/);
  expect(runtime.document(document).cellCount).toBe(384_000 * 26);
});

test('rows and columns that come and go take formats, notes, metadata, names, filters and formulas with them', () => {
  const { main, runtime, document } = tiny(
    inSheet(`tab.getRange('A1:C3').setValues([['h1', 'h2', '=SUM(A2:A3)'], [1, 2, '=A2*2'], [3, 4, '=Sheet1!$A$3&"A2"']]);
      tab.getRange('B2').setNumberFormat('0.0').setNote('n');
      tab.getRange('B:B').addDeveloperMetadata('col', '2', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
      tab.getRange('3:3').addDeveloperMetadata('row');
      ss.setNamedRange('mine', tab.getRange('A2:B3'));
      tab.getRange('A1:C3').createFilter();`),
  );
  expect(main().error).toBeUndefined();
  const view = runtime.document(document);
  const tab = view.tab('Sheet1');
  tab.insertColumns(1);
  tab.insertRows(2, 2);
  expect(tab.formulas('D1:D5')).toEqual([['=SUM(B4:B5)'], [''], [''], ['=B4*2'], ['=Sheet1!$B$5&"A2"']]);
  expect(tab.display('D1:D5')).toEqual([['4'], [''], [''], ['2'], ['3A2']]);
  expect([tab.cell('C4').format, tab.cell('C4').note]).toEqual(['0.0', 'n']);
  expect(tab.metadata.map(({ key, location, index }) => [key, location, index])).toEqual([
    ['col', 'COLUMN', 3],
    ['row', 'ROW', 5],
  ]);
  expect([view.namedRanges[0]?.range, tab.filter]).toEqual(['B4:C5', 'B1:D5']);
  tab.deleteColumns(3);
  tab.deleteRows(4);
  expect(tab.metadata.map(({ key, index }) => [key, index])).toEqual([['row', 4]]);
  expect(tab.formulas('C1:C4')).toEqual([['=SUM(B4:B4)'], [''], [''], ['=Sheet1!$B$4&"A2"']]);
});

test('new rows look like the row they were asked for beside', () => {
  const { main } = tiny(
    inSheet(`tab.getRange('A2:B2').setNumberFormat('@'); tab.insertRowsAfter(2, 1); tab.insertRowsBefore(1, 1);
      return tab.getRange('A1:A4').getNumberFormats().map((r) => r[0])`),
  );
  expect(main().value).toEqual(['0.###############', '0.###############', '@', '@']);
});

test('metadata is found by key, value, visibility and place, and goes with its tab', () => {
  const { main, runtime, document } = tiny(
    inSheet(`const other = ss.insertSheet('Other'); const V = SpreadsheetApp.DeveloperMetadataVisibility;
      other.addDeveloperMetadata('report', 'r1', V.PROJECT); ss.addDeveloperMetadata('version', '3');
      const found = ss.createDeveloperMetadataFinder().withKey('report').withVisibility(V.PROJECT).find();
      const place = found[0].getLocation();
      const seen = [found.length, found[0].getValue(), place.getLocationType() === SpreadsheetApp.DeveloperMetadataLocationType.SHEET, place.getSheet().getName()];
      found[0].setValue('r2');
      return [...seen, other.getDeveloperMetadata()[0].getValue(), tab.createDeveloperMetadataFinder().withKey('report').find().length]`),
  );
  expect(main().value).toEqual([1, 'r1', true, 'Other', 'r2', 0]);
  const view = runtime.document(document);
  expect(view.metadata).toMatchObject([{ key: 'version', value: '3', visibility: 'DOCUMENT' }]);
  const copy = view.tab('Other').duplicate();
  expect(copy.metadata).toMatchObject([{ key: 'report', value: 'r2' }]);
  view.tab('Other').delete();
  expect(runtime.run('main', [], { user: ann, document }).error).toBeUndefined();
});

test('metadata of anything but a whole row or column is refused', () => {
  expect(tiny(inSheet(`tab.getRange('A1:B2').addDeveloperMetadata('k')`)).main().error?.message).toMatch(
    /arbitrary ranges/,
  );
});

test('protection, column widths, styles and filters are what was asked for', () => {
  const { main, runtime, document } = tiny(
    inSheet(`tab.protect().setDescription('Store').setWarningOnly(true); tab.protect();
      tab.getRange('A1:B1').setFontWeight('bold').setBackgrounds([['#eee', null]]).setHorizontalAlignment('right').setWrap(true);
      tab.setColumnWidths(1, 2, 150); tab.getRange('A1:B5').createFilter();
      return [tab.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, tab.getFilter().getRange().getA1Notation()]`),
  );
  expect(main().value).toEqual([1, 'A1:B5']);
  const tab = runtime.document(document).tab('Sheet1');
  expect(tab.protections).toEqual([{ description: 'Store', warningOnly: true, range: null }]);
  expect(tab.styles('A1:B1')).toEqual([
    [
      { bold: true, background: '#eee', align: 'right', wrap: 'WRAP' },
      { bold: true, align: 'right', wrap: 'WRAP' },
    ],
  ]);
  expect(tab.columnWidths.slice(0, 3)).toEqual([150, 150, 100]);
});

test('a text finder finds and replaces shown text, or the text of formulas', () => {
  const { main } = tiny(
    inSheet(`tab.getRange('A1:A3').setValues([['apple'], ['=1+1'], ['Pineapple']]);
      const found = ss.createTextFinder('apple').findAll().map((r) => r.getA1Notation());
      const changed = tab.createTextFinder('1+1').matchFormulaText(true).replaceAllWith('2+2');
      return [found, changed, tab.getRange('A2').getValue(), tab.createTextFinder('apple').matchEntireCell(true).findAll().length]`),
  );
  expect(main().value).toEqual([['A1', 'A3'], 1, 4, 1]);
});

test('what a person does by hand is there for the script, and the script’s work for the person', () => {
  const { main, runtime, document } = tiny(inSheet('return tab.getDataRange().getDisplayValues()'));
  const tab = runtime.document(document).tab('Sheet1');
  tab.type('A1', '12%');
  tab.type('B1', '=A1*2');
  tab.setFormat('C1', '@');
  tab.type('C1', '=1');
  expect(main().value).toEqual([['12%', '0.24', '=1']]);
  tab.rename('Mine');
  tab.setNote('A1', 'hand-made');
  tab.setStyle('A1', { bold: true });
  const extra = runtime.document(document).addTab('Extra');
  extra.moveTo(0);
  tab.setHidden(true);
  expect(runtime.document(document).tabs.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Extra', false],
    ['Mine', true],
  ]);
  expect(tab.cell('A1')).toMatchObject({ value: 0.12, note: 'hand-made', style: { bold: true } });
});

test('state is plain data: it can be kept, forked and compared', () => {
  const { main, runtime, document } = tiny(
    inSheet(`tab.appendRow([a, new Date(0)]); PropertiesService.getUserProperties().setProperty('k', a)`),
  );
  main(['one']);
  const kept = runtime.snapshot();
  main(['two']);
  expect(runtime.document(document).tab('Sheet1').lastRow).toBe(2);
  const after = runtime.snapshot();
  runtime.restore(kept);
  expect(runtime.document(document).tab('Sheet1').values()).toEqual([['one', new Date(0)]]);
  main(['two']);
  expect(runtime.snapshot()).toBe(after);
});

test('spreadsheet calls cost what their size says, and an e-mail address is not the name of a user', () => {
  const { main } = tiny(
    inSheet(`tab.getRange(1, 1, 1000, 20).setValues(Array.from({ length: 1000 }, () => Array(20).fill(1)))`),
  );
  const execution = main([], { user: ben });
  expect(callsOf(execution).at(-1)).toBe('Range.setValues');
  expect(execution.calls.at(-1)).toMatchObject({ costMs: 700, writes: true, args: '1000×20 values' });
});

test('a list of ranges is cleared in one call, and a grid of rich texts is written as it stands', () => {
  const { main, runtime, document } = tiny(
    inSheet(`const rich = (text) => SpreadsheetApp.newRichTextValue().setText(text).build();
      tab.getRange(1, 1, 3, 2).setRichTextValues([[rich('=1+1'), rich('+A1')], [rich('1E5'), rich('007')], [rich('x'), rich('y')]]);
      tab.getRangeList(['1:1', 'B3']).clearContent();
      return tab.getRange(1, 1, 3, 2).getValues()`),
  );
  const execution = main();
  expect(execution.value).toEqual([
    ['', ''],
    ['1E5', '007'],
    ['x', ''],
  ]);
  expect(execution.calls.filter(({ method }) => method === 'clearContent')).toHaveLength(1);
  expect(runtime.document(document).tab('Sheet1').values()).toHaveLength(3);
});

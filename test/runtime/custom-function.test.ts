import { ann, ben, tiny } from './tiny-project';

const echo = `
/** @customfunction */
function TABLE(a, b) { console.log(JSON.stringify([a, b])); return [['x', 'y'], [1, new Date(Date.UTC(2026, 0, 2))], [null]] }
function ARGS() { return JSON.stringify(Array.from(arguments).map((a) => a instanceof Date ? 'date ' + a.toISOString() : a)) }
function FAIL() { throw new Error('Not connected. Open the sidebar.') }
function TICK() { const c = CacheService.getScriptCache(); const n = Number(c.get('n') || 0) + 1; c.put('n', String(n)); return n }
function DO(what) { const r = eval(what); return r === undefined || typeof r === 'object' ? String(r) : r }
function hidden_() { return 1 }
const ARROW = () => 1;`;

function sheet() {
  const project = tiny(echo);
  return { ...project, tab: project.runtime.document(project.document).tab('Sheet1') };
}

test('an array spills into the empty cells beside and below, and other formulas see it', () => {
  const { tab } = sheet();
  tab.type('B2', '=TABLE("a")');
  tab.type('A1', '=SUM(B2:C4)+C3*0');
  expect(tab.display('B2:C4')).toEqual([
    ['x', 'y'],
    ['1', '1/2/2026'],
    ['', ''],
  ]);
  expect(tab.values('A1')).toEqual([[1 + 46024]]);
  expect(tab.formulas('B2:C3')).toEqual([
    ['=TABLE("a")', ''],
    ['', ''],
  ]);
});

test('an array overwrites nothing: it says what is in the way, and spills once that is gone', () => {
  const { tab } = sheet();
  tab.type('B3', 'mine');
  tab.type('A2', '=TABLE()');
  expect(tab.cell('A2')).toMatchObject({
    value: '#REF!',
    error: 'Array result was not expanded because it would overwrite data in B3.',
  });
  expect(tab.values('B3')).toEqual([['mine']]);
  tab.type('B3', '');
  expect(tab.values('A2:A3')).toEqual([['x'], [1]]);
  tab.type('A2', '');
  expect(tab.lastRow).toBe(0);
  tab.type('Z999', '=TABLE()');
  expect(tab.cell('Z999').error).toMatch(/insert more rows \(1\)/);
});

test('arguments: cells as values, ranges as rows, dates as Dates of the realm', () => {
  const { tab } = sheet();
  tab.type('A1', '2026-01-31');
  tab.type('A2', 'x');
  tab.type('C1', '=ARGS("t",1.5,TRUE,A1,A1:B2,{"a","b"},)');
  expect(JSON.parse(String(tab.cell('C1').value))).toEqual([
    't',
    1.5,
    true,
    'date 2026-01-31T00:00:00.000Z',
    [
      ['2026-01-31T00:00:00.000Z', ''],
      ['x', ''],
    ],
    [['a', 'b']],
    '',
  ]);
});

test('it runs again when an argument changes or the file is opened, and not otherwise', () => {
  const { tab, runtime, document } = sheet();
  tab.type('A1', '1');
  tab.type('B1', '=TICK(A1)');
  tab.type('C1', '5');
  tab.type('D1', '=B1*10+C1');
  expect(tab.cell('D1').value).toBe(15);
  tab.type('C1', '6');
  expect(tab.cell('D1').value).toBe(16);
  tab.type('A1', '2');
  expect(tab.cell('D1').value).toBe(26);
  expect(runtime.recalculate(document)).toHaveLength(1);
  expect(tab.cell('D1').value).toBe(36);
});

test('a thrown error shows as #ERROR! with its message on hovering', () => {
  const { tab } = sheet();
  tab.type('A1', '=FAIL()');
  expect(tab.cell('A1')).toMatchObject({ display: '#ERROR!', error: 'Not connected. Open the sidebar.' });
  tab.type('A2', '=IFERROR(FAIL(), "none")');
  expect(tab.cell('A2').value).toBe('none');
});

test('only functions declared at the top level, without a trailing _, are custom functions', () => {
  const { tab } = sheet();
  tab.type('A1', '=ARROW()');
  tab.type('A2', '=hidden_()');
  tab.type('A3', '=args(1)');
  expect(tab.display('A1:A3')).toEqual([['#NAME?'], ['#NAME?'], ['[1]']]);
});

test('it is anonymous: it reads the owner’s properties, and changes nothing', () => {
  const { tab, runtime } = sheet();
  const state = JSON.parse(runtime.snapshot());
  state.userProperties = { [ann]: { who: 'owner' }, [ben]: { who: 'editor' } };
  runtime.restore(JSON.stringify(state));
  const said = (code: string): unknown => {
    tab.type('A1', `=DO("${code}")`);
    return tab.cell('A1').error ?? tab.cell('A1').value;
  };
  expect(said("PropertiesService.getUserProperties().getProperty('who')")).toBe('owner');
  expect(said("PropertiesService.getUserProperties().setProperty('who', 'x')")).toMatch(
    /permission to call setProperty/,
  );
  expect(said('SpreadsheetApp.getActiveSheet().getRange(2, 2).setValue(1)')).toBe(
    'You do not have permission to call setValue',
  );
  expect(said('SpreadsheetApp.getActive().getName()')).toBe('Untitled spreadsheet');
  expect(said('Session.getActiveUser().getEmail()')).toBe(
    'You do not have permission to call Session service.',
  );
  expect(said('ScriptApp.getProjectTriggers()')).toBe(
    'You do not have permission to call ScriptApp service.',
  );
  expect(said('Utilities.sleep(31000)')).toBe('Exceeded maximum execution time');
  expect(runtime.properties({ user: ann })).toEqual({ who: 'owner' });
});

test('volatile arguments are refused', () => {
  const { tab } = sheet();
  tab.type('A1', '=NOW()');
  tab.type('B1', '=ARGS(A1)');
  tab.type('B2', '=ARGS(TODAY())');
  expect([tab.cell('B1').error, tab.cell('B2').error].join()).toMatch(
    /not allowed to reference .*,This function is not allowed/,
  );
  expect(tab.cell('A1').value).toBeCloseTo(46349.375, 3);
});

test('formulas that a script writes are Loading... until it is done', () => {
  const { runtime, document } =
    tiny(`${echo} function main() { const r = SpreadsheetApp.getActiveSheet().getRange('A1:B1');
    r.setFormulas([['=ARGS(1)', '=1+2']]); return r.getValues()[0] }`);
  expect(runtime.run('main', [], { user: ann, document }).value).toEqual(['Loading...', 3]);
  expect(runtime.document(document).tab('Sheet1').values('A1:B1')).toEqual([['[1]', 3]]);
});

test('a formula that cannot be read is an error, and unknown names are said', () => {
  const { tab } = sheet();
  tab.type('A1', '=1+');
  tab.type('A2', '=NOPE(1)');
  tab.type('A3', '=1/0');
  tab.type('A4', '=Nowhere!A1');
  expect(tab.display('A1:A4')).toEqual([['#ERROR!'], ['#NAME?'], ['#DIV/0!'], ['#REF!']]);
});

test('where commas are decimal, semicolons separate arguments; in all other places both may', () => {
  const { runtime } = sheet();
  const german = runtime.document(runtime.createSpreadsheet({ owner: ann, locale: 'de_DE' })).tabs[0]!;
  german.type('A1', '=SUM(1,5;2)');
  german.type('A2', '=ARGS("a,b";"c;d")');
  german.type('A3', '=ARGS("a","b")');
  expect(german.cell('A1').value).toBe(3.5);
  expect(german.cell('A2').value).toBe('["a,b","c;d"]');
  expect(german.cell('A3').error).toBe('Formula parse error.');
  const { tab } = sheet();
  tab.type('A1', '=SUM(1;2)+SUM(1,2)');
  expect(tab.cell('A1').value).toBe(6);
});

test('a name stands for its cells, and a change there makes the function run anew', () => {
  const { tab, runtime, document } = sheet();
  const other = runtime.document(document).addTab('Names');
  other.nameRange('MY_CELL', 'B2');
  other.nameRange('MY_ROWS', 'A1:B2');
  other.type('B2', 'x');
  tab.type('A1', '=ARGS(MY_CELL,my_rows)');
  expect(tab.cell('A1').value).toBe('["x",[["",""],["","x"]]]');
  other.type('B2', 'y');
  expect(tab.cell('A1').value).toBe('["y",[["",""],["","y"]]]');
  tab.type('A2', '=ARGS(NO_NAME)');
  expect(tab.cell('A2').display).toBe('#NAME?');
});

test('an execution has the cell with the cursor, in the tab in front', () => {
  const project = tiny('function where() { return SpreadsheetApp.getCurrentCell().getA1Notation() }');
  const { runtime, document } = project;
  const run = () => runtime.run('where', [], { user: ann, document }).value;
  expect(run()).toBe('A1');
  runtime.document(document).tab('Sheet1').activate('C7');
  expect(run()).toBe('C7');
  runtime.document(document).addTab('Two').activate();
  expect(run()).toBe('A1');
});

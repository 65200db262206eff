import { ann, ben, start, tiny } from './tiny-project';

const HOUR = 3_600_000;
const code = `
function add(build) { return eval('ScriptApp.newTrigger("work").timeBased()' + build + '.create()').getUniqueId() }
function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType())]) }
function clear() { for (const t of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(t) }
function work(e) { const ss = SpreadsheetApp.getActive(); if (ss) ss.getSheets()[0].appendRow([e.triggerUid, e.hour, e.timezone, String(e.authMode)]);
  Utilities.sleep(Number(PropertiesService.getScriptProperties().getProperty('sleep') || 0)) }`;

function project(installedAs: 'bound' | 'addon' = 'addon', account: 'consumer' | 'workspace' = 'consumer') {
  const made = tiny(code, { installedAs, account });
  const call = (name: string, args: unknown[] = [], user = ann) =>
    made.runtime.run(name, args, { user, document: made.document });
  return { ...made, call };
}

test('the triggers of one spreadsheet are told apart from those of others', () => {
  const list = `${code}
function mine() { return ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).length }`;
  const two = tiny(list, { installedAs: 'addon' });
  const other = two.runtime.createSpreadsheet({ owner: ann });
  two.runtime.run('add', ['.everyHours(1)'], { user: ann, document: two.document });
  expect(two.runtime.run('mine', [], { user: ann, document: two.document }).value).toBe(1);
  expect(two.runtime.run('mine', [], { user: ann, document: other }).value).toBe(0);
  expect(two.runtime.run('list', [], { user: ann, document: other }).value).toHaveLength(1);
});

test('an hourly trigger fires at its time, as its creator, in its document', () => {
  const { call, runtime, document } = project();
  const uid = call('add', ['.everyHours(1)']).value;
  const created = runtime.clock.now();
  expect(runtime.tick(HOUR / 2)).toEqual([]);
  const fired = runtime.tick(3 * HOUR);
  expect(fired.map(({ startedAt, user }) => [Math.round((startedAt - created) / HOUR), user])).toEqual([
    [1, ann],
    [2, ann],
    [3, ann],
  ]);
  expect(runtime.document(document).tab('Sheet1').values()).toEqual(
    [10, 11, 12].map((hour) => [Number(uid), hour, 'UTC', 'FULL']),
  );
  expect(runtime.clock.now() - start).toBeGreaterThanOrEqual(3.5 * HOUR);
});

test('a trigger that became overdue while nobody ticked fires once', () => {
  const { call, runtime } = project();
  call('add', ['.everyHours(1)']);
  runtime.clock.advance(10 * HOUR);
  expect(runtime.tick()).toHaveLength(1);
  expect(runtime.tick()).toHaveLength(0);
});

test('an add-on has one clock trigger per user and document, at most hourly', () => {
  const { call, runtime } = project();
  expect(call('add', ['.everyMinutes(30)']).error?.message).toBe(
    'The recurrence interval for an Add-on trigger must be at least one hour.',
  );
  call('add', ['.everyHours(1)']);
  expect(call('add', ['.after(60000)']).error?.message).toBe(
    'This add-on has created too many time-based triggers in this document for this Google user account.',
  );
  expect(call('add', ['.everyHours(1)'], ben).error).toBeUndefined();
  const other = runtime.createSpreadsheet({ owner: ann });
  expect(runtime.run('add', ['.everyHours(1)'], { user: ann, document: other }).error).toBeUndefined();
  expect(call('list').value).toHaveLength(2);
  call('clear');
  expect(call('list').value).toEqual([]);
  expect(call('list', [], ben).value).toEqual([['work', 'CLOCK']]);
});

test('a script has twenty triggers per user at most', () => {
  const { call } = project('bound');
  for (let i = 0; i < 20; i++) call('add', ['.everyMinutes(5)']);
  expect(call('add', ['.everyMinutes(5)']).error?.message).toMatch(/too many triggers/);
  expect(call('add', ['.everyHours(3)']).error?.message).toMatch(/everyHours was invalid/);
});

test('a trigger made by a trigger comes up disabled', () => {
  const { runtime, document } = project('bound');
  runtime.run('add', ['.everyHours(1)'], { user: ann, document, source: 'trigger' });
  expect(runtime.triggers()).toMatchObject([{ disabled: true, functionName: 'work' }]);
  expect(runtime.tick(24 * HOUR)).toEqual([]);
});

test('daily triggers keep one time within their hour of their zone; one-shots fire once', () => {
  const { call, runtime } = project('bound');
  call('add', ['.everyDays(1).atHour(6).inTimezone("Asia/Jakarta")']);
  const times = runtime.tick(72 * HOUR).map(({ startedAt }) => startedAt);
  expect(times).toHaveLength(3);
  expect(times.map((at) => new Date(at).getUTCHours())).toEqual([23, 23, 23]);
  expect(times[1]! - times[0]!).toBe(24 * HOUR);
  call('clear');
  call('add', ['.after(60000)']);
  expect(runtime.tick(24 * HOUR)).toHaveLength(1);
  expect(runtime.triggers()).toEqual([]);
});

test('a consumer account has ninety trigger minutes a day: then runs end in the middle, and do not start', () => {
  const { call, runtime } = project('bound');
  const state = JSON.parse(runtime.snapshot());
  state.scriptProperties.sleep = '300000';
  runtime.restore(JSON.stringify(state));
  call('add', ['.everyMinutes(10)']);
  const runs = runtime.tick(4 * HOUR);
  const late = 'Service using too much computer time for one day';
  expect(runs.slice(0, 17).every(({ error }) => error === undefined)).toBe(true);
  expect(runs[17]).toMatchObject({ killed: true, error: { message: late } });
  expect(runs[17]!.endedAt).toBeGreaterThan(runs[17]!.startedAt);
  expect(runs[18]).toMatchObject({ killed: true, error: { message: late }, calls: [] });
  expect(project('bound', 'workspace').runtime.tick(0)).toEqual([]);
});

test('a trigger goes on firing for a user who withdrew consent, and fails at its first scoped call', () => {
  const { call, runtime } = project();
  call('add', ['.everyHours(1)']);
  runtime.setAuthorized(ann, false);
  expect(runtime.tick(2 * HOUR).map(({ error }) => error?.message)).toEqual(
    Array(2).fill('Authorization is required to perform that action.'),
  );
});

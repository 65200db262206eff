import { createRuntime } from '../../dev/runtime/runtime';
import { ann, start, tiny } from './tiny-project';

test('the realm lacks what Apps Script lacks, and what came after ES2020', () => {
  const names = [
    ...[
      'setTimeout',
      'setInterval',
      'queueMicrotask',
      'TextEncoder',
      'TextDecoder',
      'fetch',
      'URL',
      'URLSearchParams',
    ],
    ...[
      'atob',
      'btoa',
      'crypto',
      'performance',
      'process',
      'window',
      'navigator',
      'structuredClone',
      'Blob',
      'require',
    ],
    ...['AbortController', 'Headers', 'WeakRef', 'Buffer', 'module', 'global'],
  ];
  const { main } = tiny(`function main(names) {
    return [names.filter((n) => { try { return (0, eval)('typeof ' + n) !== 'undefined' } catch (e) { return true } }),
      typeof ''.replaceAll, typeof [].at, typeof Object.hasOwn, typeof WebAssembly, typeof Intl, typeof globalThis] }`);
  expect(main([names]).value).toEqual([
    [],
    'undefined',
    'undefined',
    'undefined',
    'object',
    'object',
    'object',
  ]);
});

test('values from services are objects of the script’s own realm', () => {
  const { main } = tiny(`function main() {
    const range = SpreadsheetApp.getActiveSheet().getRange(1, 1);
    range.setValue(new Date(0));
    let error; try { range.setValues([[1, 2]]) } catch (e) { error = e }
    return [range.getValue() instanceof Date, range.getValues() instanceof Array,
      Utilities.base64Decode('AA==') instanceof Array, error instanceof Error, error.name, String(range)] }`);
  expect(main().value).toEqual([true, true, true, true, 'Exception', 'Range']);
});

test('each execution starts from a fresh global scope, and loads the script anew', () => {
  const { main } = tiny(
    'let n = 0; function main() { globalThis.left = (globalThis.left || 0) + 1; return [++n, left] }',
  );
  expect([main().value, main().value]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('the clock of the script is the virtual clock', () => {
  const { main, runtime } = tiny(`function main() { const a = Date.now(); Utilities.sleep(1500);
    return [new Date().getTime() - a, new Date(), typeof Date(), new Intl.DateTimeFormat('en-US').format()] }`);
  expect(main().value).toEqual([1500, new Date(start + 1500), 'string', '11/23/2026']);
  expect(runtime.clock.now()).toBe(start + 1500);
});

test('local time is the script’s zone, whatever TZ the machine has', () => {
  const { main } = tiny(
    `function main() {
      const d = new Date(2026, 2, 8, 1, 30);
      const e = new Date(2026, 6, 1);
      e.setHours(e.getHours() + 25);
      return [d.getTime(), d.getHours(), d.getTimezoneOffset(), String(d), new Date('2026-07-01T10:00:00').getTime(),
        new Date('2026-07-01').getTime(), e.toISOString(), new Date(d) - d, new Date(0).toLocaleDateString('de-DE')] }`,
    { manifest: { timeZone: 'America/New_York' } },
  );
  expect(main().value).toEqual([
    Date.UTC(2026, 2, 8, 6, 30),
    1,
    300,
    'Sun Mar 08 2026 01:30:00 GMT-0500 (America/New_York)',
    Date.UTC(2026, 6, 1, 14),
    Date.UTC(2026, 6, 1),
    '2026-07-02T05:00:00.000Z',
    0,
    '31.12.1969',
  ]);
});

test('random numbers and ids repeat from run to run of the tests, not from execution to execution', () => {
  const code = 'function main() { return [Math.random(), Utilities.getUuid()] }';
  const [one, other] = [tiny(code), tiny(code)];
  const first = one.main().value;
  expect(other.main().value).toEqual(first);
  expect(one.main().value).not.toEqual(first);
});

test('promises settle after the call stack; one that cannot settle gives no value', () => {
  const { runtime } = tiny(`async function good() { await null; return 7 }
    async function bad() { await null; throw new TypeError('no') }
    function never() { return new Promise(() => {}) }`);
  expect(runtime.run('good', [], { user: ann }).value).toBe(7);
  expect(runtime.run('bad', [], { user: ann }).error).toMatchObject({ name: 'TypeError', message: 'no' });
  expect(runtime.run('never', [], { user: ann })).not.toHaveProperty('value');
});

test('a member that the runtime does not have throws by its name', () => {
  const { main } = tiny('function main(path) { return eval(path) }');
  expect(
    main(['SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1).insertCheckboxes()']).error?.message,
  ).toBe('Range.insertCheckboxes is not implemented in the local runtime');
  expect(main(['ScriptApp.AuthMode.PARTIAL']).error?.message).toContain('AuthMode.PARTIAL');
});

test('what Apps Script refuses to save is refused', () => {
  const load = (code: string) => () => createRuntime({ files: { 'Code.js': code } });
  expect(load('class A { #x = 1 }')).toThrow(SyntaxError);
  expect(load('class A { static x = 1 }')).toThrow(SyntaxError);
  expect(load('const n = 10n')).toThrow(/BigInt/);
  expect(load('await 1')).toThrow(SyntaxError);
  expect(load('export const a = 1')).toThrow(SyntaxError);
  expect(load('const a = b?.c ?? BigInt("10")')).not.toThrow();
  expect(() => createRuntime({ files: { 'Code.js': '', 'appsscript.json': '{}' } })).toThrow(/V8/);
});

test('menus and triggers may name a variable or a method', () => {
  const { runtime } = tiny('const f = () => 1; const o = { g() { return this.h }, h: 2 };');
  expect(runtime.run('f', [], { user: ann }).value).toBe(1);
  expect(runtime.run('o.g', [], { user: ann }).value).toBe(2);
  expect(runtime.run('nothing', [], { user: ann }).error?.message).toBe('Script function not found: nothing');
});

test('an error while the script loads is the error of the execution', () => {
  const { main } = tiny('throw new Error("at load"); function main() {}');
  expect(main().error?.message).toBe('at load');
});

test('logs are kept with their level and virtual time', () => {
  const { main } = tiny(`function main() { console.warn('%s of %d', 'one', 2, { a: 1 }); Logger.log('x') }`);
  expect(main().log).toEqual([
    { level: 'warn', text: 'one of 2 {"a":1}', at: start },
    { level: 'log', text: 'x', at: start },
  ]);
});

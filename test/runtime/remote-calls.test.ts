import { runInNewContext } from 'node:vm';
import { scriptRunClient } from '../../dev/runtime/script-run-client';
import { ann, tiny } from './tiny-project';

const code = `function echo(...args) { return args.length > 1 ? args : args[0] }
function give(what) { return eval('(' + what + ')') }
function private_() { return 1 }
const arrow = () => 1; var object = { method() {} };`;

test('a page calls functions declared at the top level, and no others', () => {
  const { runtime, document } = tiny(code);
  expect(runtime.publicFunctions).toEqual(['echo', 'give']);
  expect(runtime.serverCall(document, ann, 'echo', [1]).value).toBe(1);
  for (const name of ['private_', 'arrow', 'object.method', 'toString', 'eval'])
    expect(runtime.serverCall(document, ann, name, []).error?.message).toMatch(/Script function not found/);
});

test.each([
  ['new Date()'],
  ['() => 1'],
  ['{ a: [new Map()] }'],
  ['(() => { const a = {}; a.a = a; return a })()'],
  ['new (class A {})()'],
  ['BigInt(1)'],
  ['SpreadsheetApp.getActive()'],
  ['new Uint8Array(2)'],
])('%s cannot be returned', (what) => {
  const { runtime, document } = tiny(code);
  expect(runtime.serverCall(document, ann, 'give', [what]).error?.message).toBe(
    'The script completed but the returned value is not a supported return type.',
  );
});

test.each([
  ['[1, undefined, "a"]', [1, null, 'a']],
  ['{ a: undefined, b: { c: null } }', { b: { c: null } }],
  ['undefined', null],
  ['Object.create(null)', {}],
  ['[NaN]', [null]],
])('%s arrives as %j', (what, arrived) => {
  const { runtime, document } = tiny(code);
  expect(runtime.serverCall(document, ann, 'give', [what]).value).toEqual(arrived);
});

test('arguments that cannot travel never leave the page', () => {
  const { runtime, document } = tiny(code);
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  for (const argument of [new Date(0), () => 1, circular, new Map(), Symbol('x')])
    expect(() => runtime.serverCall(document, ann, 'echo', [argument])).toThrow(
      /illegal value in property: argument 1/,
    );
  expect(runtime.serverCall(document, ann, 'echo', [[undefined], undefined]).value).toEqual([[null], null]);
});

test('a page outside Google has google.script.run over one POST per call', async () => {
  const { runtime, document } = tiny(code);
  const posted: string[] = [];
  const window = {
    location: { origin: 'http://127.0.0.1' },
    parent: { postMessage: (message: unknown) => posted.push(JSON.stringify(message)) },
  } as Record<string, unknown>;
  const fetch = (_: string, { body }: { body: string }) => {
    const { functionName, args } = JSON.parse(body);
    const { value, error } = runtime.serverCall(document, ann, functionName, args);
    return Promise.resolve({ json: () => Promise.resolve(JSON.parse(JSON.stringify({ value, error }))) });
  };
  runInNewContext(scriptRunClient({ endpoint: '/rpc', functions: runtime.publicFunctions }), {
    window,
    fetch,
    console,
  });
  interface Chain {
    withUserObject(object: unknown): Chain;
    withSuccessHandler(handler: (...all: unknown[]) => void): Chain;
    withFailureHandler(handler: (error: Error) => void): Chain;
    echo(argument: unknown): void;
    give(what: string): void;
    private_?: unknown;
  }
  const { run, host } = (window['google'] as { script: { run: Chain; host: { close(): void } } }).script;
  const got = await new Promise((resolve) =>
    run
      .withUserObject('u')
      .withSuccessHandler((...all: unknown[]) => resolve(all))
      .echo({ a: 1 }),
  );
  expect(got).toEqual([{ a: 1 }, 'u']);
  const failed = await new Promise<Error>((resolve) => run.withFailureHandler(resolve).give('new Date()'));
  expect(failed.message).toMatch(/not a supported return type/);
  expect(run.private_).toBeUndefined();
  expect(() => run.echo(new Date())).toThrow(/illegal value/);
  host.close();
  expect(posted).toEqual(['{"googleScriptHost":"close"}']);
});

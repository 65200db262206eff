import { problem } from '../../src/shared/problem';
import { createClient } from '../../src/sidebar/client';
import { transportProblem } from '../../src/sidebar/transport';
import { EMPTY, ok } from './fixtures';

test('a second call waits until the first is answered', async () => {
  const answers: ((text: string) => void)[] = [];
  const call = createClient((_, __) => new Promise((resolve) => answers.push(resolve)));
  const first = call('overview', null);
  const second = call('showTab', { reportId: 'r1' });
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(answers).toHaveLength(1);
  answers[0]!(JSON.stringify(ok(EMPTY)));
  expect(await first).toEqual(ok(EMPTY));
  await new Promise((resolve) => setTimeout(resolve, 1));
  answers[1]!(JSON.stringify(ok(null)));
  expect(await second).toEqual(ok(null));
});

test('the script of the late views comes beside other calls', async () => {
  const asked: string[] = [];
  const call = createClient(async (name) => {
    asked.push(name);
    return name === 'views' ? JSON.stringify(ok({ script: '' })) : new Promise(() => {});
  });
  void call('overview', null);
  expect(await call('views', null)).toEqual(ok({ script: '' }));
  expect(asked.sort()).toEqual(['overview', 'views']);
});

test('a call that failed does not block the next', async () => {
  let asked = 0;
  const call = createClient(async () => {
    asked += 1;
    if (asked === 1) throw new Error('boom');
    return JSON.stringify(ok(null));
  });
  const [first, second] = await Promise.all([
    call('showTab', { reportId: '1' }),
    call('showTab', { reportId: '2' }),
  ]);
  expect(first.ok).toBe(false);
  expect(second).toEqual(ok(null));
});

test('an answer that never comes becomes a problem in the end', async () => {
  const call = createClient(() => new Promise(() => {}), 5);
  expect(await call('overview', null)).toMatchObject({ ok: false, problem: { code: 'too_long' } });
});

test.each([['no JSON'], ['null'], ['{}'], ['{"ok":false}'], [null], [undefined]])(
  'the unreadable answer %p becomes a problem',
  async (answer) => {
    const call = createClient(async () => answer);
    expect(await call('overview', null)).toMatchObject({ ok: false, problem: { code: 'unexpected' } });
  },
);

test.each([
  [
    "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    'several_accounts',
  ],
  ['ScriptError: Authorization is required to perform that action.', 'google_authorization'],
  ['Exceeded maximum execution time', 'too_long'],
  ['NetworkError: Connection failure due to HTTP 0', 'offline'],
  ['TypeError: Cannot read properties of null (reading "x") at rpc (Code:3)', 'unexpected'],
])('Google’s “%s” is told as %s, never in its own words', (message, code) => {
  const found = transportProblem(new Error(message));
  expect(found.code).toBe(code);
  expect(`${found.text} ${found.next}`).not.toMatch(/Error|PERMISSION|Code:|reading/);
});

test('several accounts are explained with the way out', () => {
  expect(transportProblem(new Error('PERMISSION_DENIED'))).toEqual(problem('several_accounts'));
});

// Whatever Google's services throw, at whatever call: the user reads a sentence and a next step, never Google's words.
import { GOOGLE_MESSAGES } from '../../dev/docs/google-messages';
import { createRuntime } from '../../dev/runtime/runtime';
import type { Reply } from '../../src/shared/api';
import { platformProblem } from '../../src/shared/platform-error';
import { CALL_PROBLEMS } from '../../src/shared/problems/call';
import { transportProblem } from '../../src/sidebar/transport';

const OWNER = 'owner@example.com';
const SECRET = 'https://auth.tiktok-shops.com/api/v2/token/get?app_secret=hush&auth_code=TTP_hush';

const runtime = createRuntime({ now: Date.UTC(2026, 7, 1) });
const document = runtime.createSpreadsheet({ owner: OWNER });

/** A call of the sidebar in which a service throws. */
function overviewWith(message: string, service = 'Properties') {
  const execution = runtime.serverCall(document, OWNER, 'rpc', ['overview', 'null'], {
    hooks: {
      beforeCall(call) {
        if (call.service === service) throw new Error(message);
      },
    },
  });
  return { reply: JSON.parse(String(execution.value)) as Reply<unknown>, log: JSON.stringify(execution.log) };
}

test.each(GOOGLE_MESSAGES)('“%s” from a service is told as %s', (message, code) => {
  const { reply } = overviewWith(message);
  if (reply.ok) throw new Error('no problem');
  expect(reply.problem.code).toBe(code);
  expect(`${reply.problem.text} ${reply.problem.next}`).not.toMatch(/[{}]|Exception|Error|undefined/);
  expect(reply.problem.text).not.toContain(message);
});

test.each(GOOGLE_MESSAGES.filter(([, code]) => code in CALL_PROBLEMS))(
  '“%s” on the way to the page is told as %s',
  (message, code) => {
    expect(transportProblem(new Error(`ScriptError: ${message}`)).code).toBe(code);
  },
);

test('the quota that is used up is named', () => {
  expect(platformProblem('Service invoked too many times for one day: email.')?.text).toMatch(/e-mails/);
  expect(platformProblem('Service invoked too many times for one day: urlfetch.')?.text).toMatch(/requests/);
});

test('an exception with an address in it leaves neither address nor secret in reply or log', () => {
  for (const message of [`Request failed for ${SECRET} returned code 500`, `DNS error: ${SECRET}`]) {
    const { reply, log } = overviewWith(message);
    expect(JSON.stringify(reply) + log).not.toMatch(/hush|auth\.tiktok/);
    expect(log).not.toBe('[]');
  }
});

test.each([
  "TypeError: Cannot read properties of undefined (reading 'shops')",
  'RangeError: Invalid array length',
  'SyntaxError: Unexpected token < in JSON at position 0',
  'there is no stream of that name',
])('our own mistake “%s” is not blamed on Google', (message) => {
  expect(platformProblem(message)).toBeNull();
  const { reply } = overviewWith(message);
  if (reply.ok) throw new Error('no problem');
  expect(reply.problem.code).toBe('unexpected');
  expect(reply.problem.text).toMatch(/\(E-[0-9a-f]{6}\)/);
});

/**
 * Typed calls, one at a time: a second call waits until the first is answered, so answers come in the order of the
 * questions. Only the script of the late views comes beside them: nobody shall wait for it.
 */
import type { Api, CallName, Reply } from '../shared/api';
import { CALL_PROBLEMS } from '../shared/problems/call';
import { problemIn } from '../shared/problems/entry';
import { type Transport, transportProblem } from './transport';

export type Call = <N extends CallName>(name: N, input: Api[N]['input']) => Promise<Reply<Api[N]['output']>>;

/** Apps Script ends everything after six minutes; an answer that has not come by then never comes. */
const LONGEST = 7 * 60_000;

export function createClient(transport: Transport, longest = LONGEST): Call {
  let last: Promise<unknown> = Promise.resolve();
  return <N extends CallName>(name: N, input: Api[N]['input']) => {
    if (name === 'views') return ask<Api[N]['output']>(transport, name, input, longest);
    const answer = last.then(() => ask<Api[N]['output']>(transport, name, input, longest));
    last = answer;
    return answer;
  };
}

/** Never rejects: whatever goes wrong on the way becomes a problem. */
async function ask<T>(
  transport: Transport,
  name: string,
  input: unknown,
  longest: number,
): Promise<Reply<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), longest);
  });
  try {
    return readReply(await Promise.race([transport(name, JSON.stringify(input)), late]));
  } catch (error) {
    return { ok: false, problem: transportProblem(error) };
  } finally {
    clearTimeout(timer);
  }
}

function readReply<T>(answer: unknown): Reply<T> {
  try {
    const reply = JSON.parse(String(answer)) as Reply<T> | null;
    if (reply && (reply.ok === true || (reply.ok === false && typeof reply.problem?.text === 'string')))
      return reply;
  } catch {
    // Told below: an answer that is not JSON is as good as none.
  }
  return {
    ok: false,
    problem: problemIn(CALL_PROBLEMS, 'unexpected', { detail: 'the answer of the add-on was unreadable' }),
  };
}

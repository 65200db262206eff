// What must never be, whatever goes wrong: an exception at the screen, a problem nobody foresaw.
import type { Execution } from '../../dev/runtime/types';
import type { Reply } from '../../src/shared/api';
import { platformProblem } from '../../src/shared/platform-error';

/** What is wrong with an execution, in words; nothing where all is as it should be. */
export function wrongIn({ functionName, killed, error, value, log, alerts }: Execution): string[] {
  const wrong: string[] = [];
  if (error && !killed && (functionName === 'rpc' || platformProblem(error.message) === null))
    wrong.push(`${functionName} threw ${error.message}\n${error.stack}`);
  for (const { text } of log) if (/^unexpected /.test(text)) wrong.push(text);
  for (const { message } of alerts) if (/Something unexpected/.test(message)) wrong.push(message);
  if (functionName === 'rpc' && value !== undefined) {
    const reply = JSON.parse(String(value)) as Reply<unknown>;
    if (!reply.ok && (reply.problem.class === 'bug' || /[{}<>]|undefined/.test(reply.problem.text)))
      wrong.push(`${reply.problem.code}: ${reply.problem.text}`);
  }
  return wrong;
}

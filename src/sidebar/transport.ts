/** The one way to the server: `rpc(name, json) → json` through google.script.run. */
import { callProblem } from '../shared/call-error';
import type { Problem } from '../shared/problem';
import { CALL_PROBLEMS } from '../shared/problems/call';
import { problemIn } from '../shared/problems/entry';

interface ScriptRun {
  withSuccessHandler(done: (answer: unknown) => void): ScriptRun;
  withFailureHandler(failed: (error: unknown) => void): ScriptRun;
  rpc(name: string, json: string): void;
}

declare const google: { script: { run: ScriptRun; host: { close(): void } } };

export type Transport = (name: string, json: string) => Promise<unknown>;

export const googleTransport: Transport = (name, json) =>
  new Promise((resolve, reject) =>
    google.script.run.withSuccessHandler(resolve).withFailureHandler(reject).rpc(name, json),
  );

export const closeSidebar = () => google.script.host.close();

/** What Google's own errors mean to a user. Their text is never shown. */
export function transportProblem(error: unknown): Problem {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return callProblem(text) ?? problemIn(CALL_PROBLEMS, 'unexpected', { detail: 'the add-on did not answer' });
}

/** The one way to the server: `rpc(name, json) → json` through google.script.run. */
import { type Problem, problem } from '../shared/problem';

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
  if (/PERMISSION_DENIED|reading from storage/i.test(text)) return problem('several_accounts');
  if (/Authorization is required/i.test(text)) return problem('google_authorization');
  if (/maximum execution time|timed? ?out/i.test(text))
    return problem('unexpected', { detail: 'Google stopped the add-on because it took too long' });
  if (/NetworkError|HTTP 0|Failed to fetch/i.test(text))
    return problem('unexpected', { detail: 'there is no connection to Google' });
  return problem('unexpected', { detail: 'the add-on did not answer' });
}

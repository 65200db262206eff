// google.script.run and google.script.host for a page outside Google: the same chains, the same carrying rules, over
// one POST per call. Bundled into the text that `scriptRunClient` gives; runs in a browser.
import { carry } from '../carry';

interface Settings {
  /** Where calls are posted: { functionName, args } → { value } or { error: { name, message } }. */
  endpoint: string;
  functions: string[];
}

interface Handlers {
  success?: (value: unknown, userObject?: unknown) => void;
  failure?: (error: Error, userObject?: unknown) => void;
  userObject?: unknown;
}

declare const SETTINGS: Settings;

/** Google runs at most ten calls of a page at once. */
const MOST_CALLS = 10;
let open = 0;

function runner(handlers: Handlers): object {
  const chain: Record<string, unknown> = {
    withSuccessHandler: (success: Handlers['success']) =>
      runner({ ...handlers, ...(success ? { success } : {}) }),
    withFailureHandler: (failure: Handlers['failure']) =>
      runner({ ...handlers, ...(failure ? { failure } : {}) }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  for (const name of SETTINGS.functions)
    chain[name] = (...args: unknown[]): void => {
      // Arguments that cannot travel fail at once, in the caller's face.
      const carried = args.map((arg, i) => carry(arg, `argument ${i + 1}`) ?? null);
      void send(name, carried, handlers);
    };
  return chain;
}

async function send(functionName: string, args: unknown[], handlers: Handlers): Promise<void> {
  const fail = (name: string, message: string): void => {
    const error = Object.assign(new Error(message), { name });
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else console.error(error);
  };
  if (open >= MOST_CALLS) return fail('ScriptError', 'Too many simultaneous calls of google.script.run.');
  open++;
  let reply: { value?: unknown; error?: { name: string; message: string } };
  try {
    const response = await fetch(SETTINGS.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ functionName, args }),
    });
    reply = (await response.json()) as typeof reply;
  } catch {
    return fail('NetworkError', 'NetworkError: Connection failure due to HTTP 0');
  } finally {
    open--;
  }
  if (reply.error) fail('ScriptError', reply.error.message);
  else handlers.success?.(reply.value ?? null, handlers.userObject);
}

const host = {
  close: (): void => void window.parent.postMessage({ googleScriptHost: 'close' }, '*'),
  setWidth: (): void => undefined,
  setHeight: (): void => undefined,
  editor: { focus: (): void => window.parent.focus() },
  origin: window.location.origin,
};

Object.defineProperty(window, 'google', { value: { script: { run: runner({}), host } } });

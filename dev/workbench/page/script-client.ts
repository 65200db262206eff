// google.script for a page in the workbench, as Google's own: handlers are set on a copy, calls run side by side.
import { carry } from '../../runtime/carry';
import type { CallAnswer } from '../wire';

interface Handlers {
  readonly success?: (value: unknown, userObject: unknown) => void;
  readonly failure?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
}

const runWith = (handlers: Handlers): unknown =>
  new Proxy(
    {},
    {
      get(_, name: string) {
        switch (name) {
          case 'withSuccessHandler':
            return (success: Handlers['success']) =>
              runWith({ ...handlers, ...(success ? { success } : {}) });
          case 'withFailureHandler':
            return (failure: Handlers['failure']) =>
              runWith({ ...handlers, ...(failure ? { failure } : {}) });
          case 'withUserObject':
            return (userObject: unknown) => runWith({ ...handlers, userObject });
          default:
            return (...args: unknown[]) => call(name, args, handlers);
        }
      },
    },
  );

function call(name: string, args: unknown[], { success, failure, userObject }: Handlers): void {
  const carried = args.map((arg, i) => carry(arg, `argument ${i + 1}`) ?? null);
  void send(name, carried).then(
    (answer) => {
      if ('value' in answer) success?.(answer.value, userObject);
      else failure?.(new Error(answer.error), userObject);
    },
    () => failure?.(new Error('NetworkError: Connection failure due to HTTP 0'), userObject),
  );
}

async function send(name: string, args: unknown[]): Promise<CallAnswer> {
  const response = await fetch(`/call/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as CallAnswer;
}

const host = {
  close: () => parent.postMessage({ workbench: 'close' }, location.origin),
  setWidth: () => undefined,
  setHeight: (height: number) => parent.postMessage({ workbench: 'height', height }, location.origin),
  editor: { focus: () => parent.focus() },
  origin: 'https://docs.google.com',
};

Object.assign(globalThis, { google: { script: { run: runWith({}), host } } });

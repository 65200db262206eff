// A server behind google.script.run that answers from a script. `installServer` runs inside the page, so it may
// use nothing from outside itself.
import type { CallName } from '../../src/shared/api';
import type { Replies } from './fixtures';

export interface ScriptedServer {
  calls: { name: CallName; input: unknown }[];
  /** Answers by call name; the last one stays for all later calls. */
  queue: Record<string, unknown[]>;
  /** Calls of these names wait until they are released. */
  held: string[];
  /** Calls that fail on the way, with Google's message. */
  failing: Record<string, string>;
  release(name: string): void;
  /** The most calls that were ever under way together. */
  most: number;
  closed: boolean;
}

/** `views` is the script of the late views, which comes beside all calls and is no part of any script. */
export function installServer({
  replies,
  held,
  views,
}: {
  replies: Replies;
  held: CallName[];
  views: string;
}): void {
  type Handler = (value: unknown) => void;
  const waiting: { name: string; answer: () => void }[] = [];
  let open = 0;
  const server: ScriptedServer = {
    calls: [],
    queue: Object.fromEntries(Object.entries(replies).map(([name, list]) => [name, [...list]])),
    held: [...held],
    failing: {},
    most: 0,
    closed: false,
    release(name) {
      server.held = server.held.filter((other) => other !== name);
      for (const call of waiting.splice(0))
        if (call.name === name) call.answer();
        else waiting.push(call);
    },
  };
  const runner = (done: Handler, failed: Handler) => ({
    withSuccessHandler: (handler: Handler) => runner(handler, failed),
    withFailureHandler: (handler: Handler) => runner(done, handler),
    rpc(name: CallName, json: string) {
      const beside = name === 'views';
      if (!beside) server.calls.push({ name, input: JSON.parse(json) });
      if (!beside) open += 1;
      server.most = Math.max(server.most, open);
      const answer = () => {
        if (!beside) open -= 1;
        const message = server.failing[name];
        if (message !== undefined) return failed(new Error(message));
        if (beside) return done(JSON.stringify({ ok: true, value: { script: views } }));
        const list = server.queue[name] ?? [];
        const reply = list.length > 1 ? list.shift() : list[0];
        done(reply === undefined ? 'no JSON' : JSON.stringify(reply));
      };
      if (server.held.includes(name)) waiting.push({ name, answer });
      else setTimeout(answer, 5);
    },
  });
  Object.assign(window, {
    server,
    google: {
      script: {
        run: runner(
          () => {},
          () => {},
        ),
        host: {
          close: () => {
            server.closed = true;
          },
        },
      },
    },
  });
}

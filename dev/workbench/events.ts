import type { ServerResponse } from 'node:http';

/** Tells every open page of a change, at most once a turn of the event loop. */
export interface Events {
  add(response: ServerResponse): void;
  send(): void;
  end(): void;
}

export function createEvents(current: () => unknown): Events {
  const open = new Set<ServerResponse>();
  let planned = false;
  const write = (response: ServerResponse) => response.write(`data: ${JSON.stringify(current())}\n\n`);
  return {
    add(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.add(response);
      response.on('close', () => open.delete(response));
      write(response);
    },
    send() {
      if (planned) return;
      planned = true;
      setImmediate(() => {
        planned = false;
        for (const response of open) write(response);
      });
    },
    end() {
      for (const response of open) response.end();
    },
  };
}

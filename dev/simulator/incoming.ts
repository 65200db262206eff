import type { IncomingMessage } from 'node:http';

/** An HTTP request, read to its end. */
export type Incoming = {
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  /** Decoded; of a repeated key the last value. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** Virtual time in milliseconds. */
  readonly now: number;
};

export async function readIncoming(
  request: IncomingMessage,
  time: (header?: string) => number,
): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: cut < 0 ? url : url.slice(0, cut),
    query: Object.fromEntries(new URLSearchParams(cut < 0 ? '' : url.slice(cut + 1))),
    headers,
    body: Buffer.concat(chunks),
    now: time(headers['x-virtual-now']),
  };
}

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONSENT_PATH, consentPage, US_CONSENT_PATH } from './consent-page';
import { runCommand } from './control';
import type { FaultKind } from './faults';
import { gateway } from './gateway';
import { type Incoming, readIncoming } from './incoming';
import { json, type Reply } from './reply';
import { insteadOf, spoil } from './spoil';
import { tokenEndpoint } from './token-endpoints';
import type { World } from './world';

const CONTROL = '/__control/';
const KEEP_ALIVE_MS = 10 * 60_000;

/** Listens on loopback only; port 0 takes a free one. */
export async function listen(world: World, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer(async (request, response) => {
    const incoming = await readIncoming(request, (header) => world.clock.read(header));
    send(response, world, handle(world, incoming));
  });
  // A client may be busy with other things for long; a connection that was closed meanwhile would look like a fault of TikTok.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

function handle(world: World, incoming: Incoming): Reply {
  const { path } = incoming;
  if (path.startsWith(CONTROL)) return control(world, incoming);
  if (path === CONSENT_PATH || path === US_CONSENT_PATH) return consentPage(world, incoming);
  const fault = world.faults.next(path);
  const reply = withFault(fault, world, incoming);
  note(world, incoming, reply, fault);
  return reply;
}

function control(world: World, { path, body }: Incoming): Reply {
  try {
    const input = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
    const output = runCommand(world, path.slice(CONTROL.length), input);
    return output ? json(output) : json({ error: `no command ${path}` }, 404);
  } catch (error) {
    return json({ error: String(error) }, 400);
  }
}

function withFault(fault: FaultKind | undefined, world: World, incoming: Incoming): Reply {
  const instead = fault && insteadOf(fault);
  if (instead) return instead;
  // An expired token is no lie: it stays expired until it is refreshed.
  if (fault === 'expired-token') {
    world.authorizations.expire(incoming.now, incoming.headers['x-tts-access-token'] ?? '');
  }
  const { path } = incoming;
  const good = path.startsWith('/api/') ? tokenEndpoint(world, incoming) : gateway(world, incoming);
  return fault && good.status === 200 ? spoil(fault, good, incoming.query['page_token']) : good;
}

function note(world: World, incoming: Incoming, reply: Reply, fault: FaultKind | undefined): void {
  const { method, path, query, body, now } = incoming;
  const { page_token: pageToken, shop_cipher: shopCipher, start_date_ge: since, end_date_lt: until } = query;
  world.log.add({
    method,
    path,
    queryKeys: Object.keys(query).sort(),
    ...(pageToken === undefined ? {} : { pageToken }),
    ...(shopCipher === undefined ? {} : { shopCipher }),
    ...(since === undefined || until === undefined ? {} : { days: [since, until] as const }),
    body: body.toString('utf8'),
    status: reply.status,
    code: codeIn(reply.body),
    now,
    latencyMs: world.latencyMs,
    ...(fault ? { fault } : {}),
  });
}

/** Read from the text, because parsing every answer again would double the work of a page. */
function codeIn(body: string): number | null {
  const found = /^\{"code":(-?\d+)/.exec(body);
  return found ? Number(found[1]) : null;
}

function send(response: ServerResponse, world: World, reply: Reply): void {
  if (reply.hangUp) {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, { ...reply.headers, 'x-virtual-latency-ms': String(world.latencyMs) });
  response.end(reply.body);
}

// UrlFetchApp: Google's checks first, then the host map leads to loopback. Beneath the script, the virtual time goes
// along with each request and the server's virtual latency comes back.
import { defaultLatency, fetchOverhead } from '../costs';
import type { ExecutionContext } from '../execution-context';
import { type Answer, exchange, type Wanted } from '../http/exchange';
import { service, write } from '../method';
import { spend } from '../quotas';
import { ServiceError } from '../service-error';
import type { HostTarget } from '../types';
import { toBytes } from './blob';
import type { ResponseState } from './http-response';

interface Params {
  url?: string;
  method?: string;
  payload?: unknown;
  headers?: Record<string, unknown>;
  contentType?: string;
  muteHttpExceptions?: boolean;
  followRedirects?: boolean;
  validateHttpsCertificates?: boolean;
  escaping?: boolean;
  timeoutSeconds?: number;
}

interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  mute: boolean;
  follow: boolean;
}

const URL_LENGTH = 2082;
const BODY_BYTES = 50 * 1024 * 1024;
const HEADER_COUNT = 100;
const HEADER_BYTES = 8 * 1024;
const REDIRECTS = 20;
/** Reports of the real time-out disagree (60 s or 360 s): the shorter one. */
const TIMEOUT_MS = 60_000;
const paramNames = [
  'url',
  'method',
  'payload',
  'headers',
  'contentType',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
  'timeoutSeconds',
];

function prepare(context: ExecutionContext, url: unknown, params: Params = {}): Request {
  if (typeof url !== 'string') throw new ServiceError(`Attribute provided with invalid value: url`);
  for (const name of Object.keys(params))
    if (!paramNames.includes(name))
      throw new ServiceError(`Attribute provided with no value or unknown: ${name}`);
  checkUrl(context, url);
  const method = (params.method ?? 'get').toLowerCase();
  if (!['get', 'post', 'put', 'delete', 'patch'].includes(method))
    throw new ServiceError(`Attribute provided with invalid value: method`);
  const given = params.payload !== undefined && params.payload !== null;
  if (given && (method === 'get' || method === 'delete'))
    throw new ServiceError(`A ${method} request does not accept a payload: ${url}`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(params.headers ?? {})) {
    if (/^(host|content-length|connection|transfer-encoding)$/i.test(name))
      throw new ServiceError(`Attribute provided with invalid value: Header:${name}`);
    if (typeof value !== 'string' || /[\r\n]/.test(value))
      throw new ServiceError(`Attribute provided with invalid value: Header:${name}`);
    headers[name.toLowerCase()] = value;
  }
  const headerBytes = Object.entries(headers).reduce((sum, [k, v]) => sum + k.length + v.length, 0);
  if (Object.keys(headers).length > HEADER_COUNT || headerBytes > HEADER_BYTES)
    throw new ServiceError(`Limit Exceeded: URLFetch Header Size. ${url}`);
  const body = given ? payloadBytes(context, params.payload) : null;
  if (body && body.length > BODY_BYTES) throw new ServiceError(`Limit Exceeded: URLFetch POST Size. ${url}`);
  if (body)
    headers['content-type'] =
      params.contentType ?? headers['content-type'] ?? 'application/x-www-form-urlencoded';
  return {
    url,
    method,
    headers,
    body,
    mute: params.muteHttpExceptions === true,
    follow: params.followRedirects !== false,
  };
}

/** A plain object becomes form fields, as on Google. */
function payloadBytes(context: ExecutionContext, payload: unknown): Uint8Array {
  const isForm = typeof payload === 'object' && !Array.isArray(payload) && !('$ref' in (payload as object));
  if (!isForm) return toBytes(context, payload);
  const fields = Object.entries(payload as object).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return Buffer.from(fields.join('&'), 'utf8');
}

function checkUrl(context: ExecutionContext, url: string): void {
  if (url.length > URL_LENGTH) throw new ServiceError(`Limit Exceeded: URLFetch URL Length. ${url}`);
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new ServiceError(`Invalid argument: ${url}`);
  }
  // Characters that Google would escape by itself: then what was signed is not what is sent.
  if (/[^\x21-\x7e]|[{}|\\^`<>"]/.test(url)) throw new ServiceError(`Invalid argument: ${url}`);
  if (parsed.protocol !== 'https:') throw new ServiceError(`Only https is allowed here: ${url}`);
  if (parsed.username || parsed.password) throw new ServiceError(`Login information disallowed: ${url}`);
  const { urlFetchWhitelist } = context.project.manifest;
  if (urlFetchWhitelist && !urlFetchWhitelist.some((pattern) => matches(pattern, parsed)))
    throw new ServiceError(`The URL is not in the urlFetchWhitelist of the manifest: ${url}`);
}

function matches(pattern: string, url: URL): boolean {
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const hostMatches = host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host;
  return hostMatches && url.pathname.startsWith(path);
}

function sendAll(context: ExecutionContext, requests: readonly Request[]): Answer[] {
  const answers: Answer[] = new Array<Answer>(requests.length);
  const remote: { at: number; wanted: Wanted }[] = [];
  requests.forEach((request, at) => {
    const url = new URL(request.url);
    const target: HostTarget | undefined = context.world.hosts[url.host];
    const headers = { ...request.headers, 'x-virtual-now': String(context.state.now) };
    if (target === undefined) answers[at] = { failure: 'DNS error' };
    else if (typeof target === 'function') {
      const { status, headers: replied = {}, body = '' } = target({ ...request, headers });
      answers[at] = { status, headers: Object.entries(replied), body: Buffer.from(body) };
    } else
      remote.push({
        at,
        wanted: {
          url: target.replace(/\/$/, '') + request.url.slice(url.origin.length),
          method: request.method.toUpperCase(),
          headers: { ...headers, 'accept-encoding': 'gzip', ...lengthOf(request.body) },
          body: request.body,
        },
      });
  });
  if (remote.length > 0)
    exchange(remote.map(({ wanted }) => wanted)).forEach((answer, i) => {
      answers[remote[i]!.at] = answer;
    });
  return answers;
}

const lengthOf = (body: Uint8Array | null): Record<string, string> =>
  body ? { 'content-length': String(body.length) } : {};

const headerOf = (answer: Answer, name: string): string | undefined =>
  'failure' in answer ? undefined : answer.headers.find(([key]) => key.toLowerCase() === name)?.[1];

const latencyOf = (answer: Answer): number =>
  Math.min(TIMEOUT_MS, Number(headerOf(answer, 'x-virtual-latency-ms') ?? defaultLatency));

/** Follows redirects round by round, so that all requests of a batch stay parallel. */
function roundTrips(context: ExecutionContext, requests: readonly Request[]): Answer[] {
  let open = requests.map((request, at) => ({ request, at }));
  const answers: Answer[] = [];
  for (let round = 0; open.length > 0; round++) {
    if (round > REDIRECTS) throw new ServiceError(`Too many redirects: ${open[0]?.request.url}`);
    const got = sendAll(
      context,
      open.map(({ request }) => request),
    );
    context.pass(Math.max(...got.map(latencyOf)) + fetchOverhead * open.length);
    const next: typeof open = [];
    open.forEach(({ request, at }, i) => {
      const answer = got[i]!;
      answers[at] = answer;
      const location = headerOf(answer, 'location');
      if (
        !request.follow ||
        'failure' in answer ||
        !location ||
        ![301, 302, 303, 307, 308].includes(answer.status)
      )
        return;
      const url = new URL(location, request.url).href;
      checkUrl(context, url);
      const keep = answer.status === 307 || answer.status === 308;
      next.push({ at, request: { ...request, url, ...(keep ? {} : { method: 'get', body: null }) } });
    });
    open = next;
  }
  return answers;
}

/** Google's exceptions quote the address, with whatever secret its query holds. */
function finish(context: ExecutionContext, request: Request, answer: Answer) {
  if ('failure' in answer)
    throw new ServiceError(
      answer.failure === 'DNS error' ? `DNS error: ${request.url}` : `Address unavailable: ${request.url}`,
    );
  if (Number(headerOf(answer, 'x-virtual-latency-ms') ?? 0) > TIMEOUT_MS)
    throw new ServiceError(`Timeout: ${request.url}`);
  if (answer.body.length > BODY_BYTES)
    throw new ServiceError(`Limit Exceeded: URLFetch Response Size. ${request.url}`);
  if (!request.mute && answer.status >= 400) {
    const start = Buffer.from(answer.body).toString('utf8').slice(0, 100);
    throw new ServiceError(
      `Request failed for ${request.url} returned code ${answer.status}. Truncated server response: ${start} (use muteHttpExceptions option to examine full response)`,
    );
  }
  const headers = answer.headers.filter(([name]) => !/^x-virtual-/i.test(name));
  return context.keep('HTTPResponse', { ...answer, headers } satisfies ResponseState);
}

const urlFetchApp = service('fetch', {
  fetch: write((context, _, url: string, params?: Params) => {
    const request = prepare(context, url, params);
    spend(context.state, context.user, context.world.account, 'urlfetch');
    const [answer] = roundTrips(context, [request]);
    return finish(context, request, answer!);
  }, 0),
  fetchAll: write((context, _, list: (string | Params)[]) => {
    if (!Array.isArray(list) || list.length === 0) return [];
    const requests = Array.from(list, (item) =>
      typeof item === 'string' ? prepare(context, item) : prepare(context, item.url, item),
    );
    spend(context.state, context.user, context.world.account, 'urlfetch', requests.length);
    const answers = roundTrips(context, requests);
    return requests.map((request, i) => finish(context, request, answers[i]!));
  }, 0),
});

export const urlFetchServices = { UrlFetchApp: urlFetchApp };

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { HostRequest, HostResponse } from '../../dev/runtime/types';
import { start, tiny } from './tiny-project';

const fetchOne = `function main(url, params) { const r = UrlFetchApp.fetch(url, params);
  return [r.getResponseCode(), r.getContentText(), r.getHeaders()] }`;
const answer = (response: HostResponse) => ({ 'a.test': () => response });
const ok = answer({ status: 200, body: 'ok', headers: { 'x-virtual-latency-ms': '700', 'x-other': '1' } });

test('the virtual time goes along and the latency comes back, and the script sees neither', () => {
  const seen: HostRequest[] = [];
  const hosts = {
    'a.test': (request: HostRequest): HostResponse => {
      seen.push(request);
      return { status: 200, body: 'ok', headers: { 'x-virtual-latency-ms': '700', 'x-other': '1' } };
    },
  };
  const { main, runtime } = tiny(fetchOne, { hosts });
  expect(
    main(['https://a.test/p?q=1', { method: 'post', payload: '{"a":"ü"}', contentType: 'application/json' }])
      .value,
  ).toEqual([200, 'ok', { 'x-other': '1' }]);
  expect(seen[0]).toMatchObject({
    method: 'post',
    url: 'https://a.test/p?q=1',
    headers: { 'x-virtual-now': String(start), 'content-type': 'application/json' },
  });
  expect(Buffer.from(seen[0]!.body!).toString()).toBe('{"a":"ü"}');
  expect(runtime.clock.now() - start).toBe(705);
});

test('without a stated latency a request takes 300 ms; a batch takes as long as its slowest member', () => {
  const hosts = {
    'a.test': ({ url }: HostRequest): HostResponse => ({
      status: 200,
      headers: url.endsWith('slow') ? { 'x-virtual-latency-ms': '4000' } : {},
    }),
  };
  const { main, runtime } = tiny(
    `function main(urls) { return UrlFetchApp.fetchAll(urls.map((url) => ({ url, muteHttpExceptions: true }))).length }`,
    { hosts },
  );
  expect(main([['https://a.test/']]).value).toBe(1);
  expect(runtime.clock.now() - start).toBe(305);
  expect(main([['https://a.test/1', 'https://a.test/slow', 'https://a.test/3']]).value).toBe(3);
  expect(runtime.clock.now() - start).toBe(305 + 4015);
});

test.each([
  ['http://a.test/', /https/],
  ['https://b.test/', /urlFetchWhitelist/],
  ['https://a.test.evil.test/', /urlFetchWhitelist/],
  [`https://a.test/?${'x'.repeat(2100)}`, /URL Length/],
  ['https://a.test/?q={"a":1}', /Invalid argument/],
  ['https://a.test/?q=ü', /Invalid argument/],
  ['not a url', /Invalid argument/],
])('%.40s is refused', (url, message) => {
  const { main } = tiny(fetchOne, { hosts: ok, manifest: { urlFetchWhitelist: ['https://a.test/'] } });
  expect(main([url]).error?.message).toMatch(message);
});

test.each([
  [{ method: 'get', payload: 'x' }, /payload/],
  [{ headers: { Host: 'b.test' } }, /Header:Host/],
  [{ headers: { a: 'b\r\nc: d' } }, /Header:a/],
  [{ headers: { a: 'x'.repeat(8200) } }, /Header Size/],
  [{ methd: 'get' }, /methd/],
  [{ method: 'trace' }, /method/],
])('parameters %j are refused', (params, message) => {
  expect(tiny(fetchOne, { hosts: ok }).main(['https://a.test/', params]).error?.message).toMatch(message);
});

test('exceptions quote the whole address, secret and all', () => {
  const url = 'https://a.test/token?app_secret=s3cret';
  const message = (hosts: object, params?: object) =>
    tiny(fetchOne, { hosts: hosts as never }).main([url, params]).error?.message;
  expect(message({})).toBe(`DNS error: ${url}`);
  expect(message({ 'a.test': 'http://127.0.0.1:9' })).toBe(`Address unavailable: ${url}`);
  expect(message(answer({ status: 200, headers: { 'x-virtual-latency-ms': '60001' } }))).toBe(
    `Timeout: ${url}`,
  );
  expect(message(answer({ status: 500, body: 'oops' }))).toContain(
    `Request failed for ${url} returned code 500`,
  );
  expect(message(answer({ status: 500, body: 'oops' }), { muteHttpExceptions: true })).toBeUndefined();
});

test('fetchAll without muteHttpExceptions throws the whole batch away for one failure', () => {
  const hosts = {
    'a.test': ({ url }: HostRequest): HostResponse => ({ status: url.endsWith('2') ? 404 : 200 }),
  };
  const { main } = tiny(
    `function main() { return UrlFetchApp.fetchAll(['https://a.test/1', 'https://a.test/2']) }`,
    { hosts },
  );
  expect(main().error?.message).toContain('returned code 404');
});

test('redirects are followed, with the same checks for where they lead', () => {
  const hosts = {
    'a.test': ({ url, method }: HostRequest): HostResponse =>
      url.endsWith('/end')
        ? { status: 200, body: method }
        : { status: 302, headers: { Location: url.endsWith('/out') ? 'https://b.test/' : '/end' } },
  };
  const { main } = tiny(fetchOne, { hosts, manifest: { urlFetchWhitelist: ['https://a.test/'] } });
  expect(main(['https://a.test/in', { method: 'post', payload: 'x' }]).value).toEqual([200, 'get', {}]);
  expect(main(['https://a.test/in', { followRedirects: false }]).value).toEqual([
    302,
    '',
    { Location: '/end' },
  ]);
  expect(main(['https://a.test/out']).error?.message).toMatch(/urlFetchWhitelist/);
});

test('20,000 requests a day for a consumer, each of a batch counted', () => {
  const { main, runtime } = tiny(
    `function main(n) { UrlFetchApp.fetchAll(Array.from({ length: n }, () => 'https://a.test/')) }`,
    { hosts: ok },
  );
  for (let i = 0; i < 20; i++) expect(main([1000]).error).toBeUndefined();
  expect(main([1]).error?.message).toBe('Service invoked too many times for one day: urlfetch.');
  runtime.clock.advance(86_400_000);
  expect(main([1]).error).toBeUndefined();
});

test('an object as payload is a form; a response keeps repeated headers and its bytes', () => {
  const hosts = {
    'a.test': ({ body }: HostRequest): HostResponse => ({
      status: 200,
      body: body ?? new Uint8Array([0, 200]),
    }),
  };
  const { main } = tiny(
    `function main() { return [UrlFetchApp.fetch('https://a.test/', { method: 'post', payload: { a: '1', b: 'x y' } }).getContentText(),
      UrlFetchApp.fetch('https://a.test/').getContent()] }`,
    { hosts },
  );
  expect(main().value).toEqual(['a=1&b=x%20y', [0, -56]]);
});

test('real servers on loopback are asked in parallel, while the script stands still', async () => {
  const server = spawn(process.execPath, [
    '-e',
    `let open = 0, most = 0;
     require('http').createServer((req, res) => { open++; most = Math.max(most, open);
       setTimeout(() => { open--; res.setHeader('x-virtual-latency-ms', '50');
         res.end(JSON.stringify([req.method, req.url, req.headers['x-virtual-now'], most])) }, 100) })
     .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`,
  ]);
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const { main, runtime } = tiny(
      `function main() { return UrlFetchApp.fetchAll(['1', '2', '3', '4'].map((n) => 'https://a.test/' + n)).map((r) => JSON.parse(r.getContentText())) }`,
      { hosts: { 'a.test': `http://127.0.0.1:${String(port).trim()}` } },
    );
    const replies = main().value as unknown[][];
    expect(replies.map(([method, url, now]) => [method, url, now])).toEqual(
      ['1', '2', '3', '4'].map((n) => ['GET', `/${n}`, String(start)]),
    );
    expect(Math.max(...replies.map((reply) => Number(reply[3])))).toBe(4);
    expect(runtime.clock.now() - start).toBe(70);
    runtime.close();
  } finally {
    server.kill();
  }
});

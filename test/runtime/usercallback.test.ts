import { ann, ben, tiny } from './tiny-project';

const code = `
function token(seconds) { let t = ScriptApp.newStateToken().withMethod('back').withArgument('shop', 's1'); if (seconds) t = t.withTimeout(seconds); return t.createToken() }
function back(e) { return HtmlService.createHtmlOutput([e.parameter.code, e.parameter.shop, String(e.parameter.state), e.parameters.code.length, String(SpreadsheetApp.getActive())].join(' ')) }`;

function project() {
  const made = tiny(code);
  const token = (seconds?: number) =>
    made.runtime.run('token', [seconds], { user: ann, document: made.document });
  const address = (state: unknown) =>
    `https://script.google.com/macros/d/${made.runtime.scriptId}/usercallback?code=c%201&state=${String(state)}`;
  return { ...made, token, address };
}

const expired = 'The state token is invalid or has expired. Please try again.';

test('the callback gets the query and the token’s arguments, outside any document, once', () => {
  const { runtime, token, address } = project();
  const url = address(token().value);
  expect(runtime.visit(url, ann).html).toBe('c 1 s1 undefined 1 null');
  expect(runtime.visit(url, ann).html).toBe(expired);
});

test('a token is good for its user only, for a minute unless it says more, an hour at most', () => {
  const { runtime, token, address } = project();
  expect(runtime.visit(address(token().value), ben).html).toBe(expired);
  const short = address(token().value);
  const long = address(token(3600).value);
  runtime.clock.advance(60_000);
  expect(runtime.visit(short, ann).html).toBe(expired);
  expect(runtime.visit(long, ann).html).toMatch(/^c 1/);
  expect(token(3601).error?.message).toMatch(/at most 3600 seconds/);
  expect(runtime.visit(address('forged'), ann).html).toBe(expired);
});

test('another address is no callback of this script', () => {
  expect(() => project().runtime.visit('https://example.com/usercallback?state=x', ann)).toThrow(
    /not the callback address/,
  );
});

test('bytes are signed, and Utilities agree with the published vectors', () => {
  const { main } =
    tiny(`function main() { const U = Utilities; const hex = (b) => b.map((x) => ('0' + (x & 255).toString(16)).slice(-2)).join('');
    const blob = U.newBlob('héllo', 'text/plain', 'a.txt');
    const packed = U.gzip(blob);
    return [
      hex(U.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe', U.Charset.UTF_8)),
      hex(U.computeDigest(U.DigestAlgorithm.SHA_256, 'abc')),
      Math.min(...U.computeDigest(U.DigestAlgorithm.SHA_256, 'abc')) < 0,
      U.base64Encode([-5, -1, -2]), U.base64EncodeWebSafe([-5, -1, -2]), U.base64Decode('+//+'),
      U.ungzip(packed).getDataAsString(), packed.getContentType(),
      hex(U.computeDigest(U.DigestAlgorithm.MD5, 'é')) === hex(U.computeDigest(U.DigestAlgorithm.MD5, '?')),
      U.parseCsv('a,"b ""c""\\nd"\\r\\n1,2'),
    ] }`);
  expect(main().value).toEqual([
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    true,
    '+//+',
    '-__-',
    [-5, -1, -2],
    'héllo',
    'application/x-gzip',
    true,
    [
      ['a', 'b "c"\nd'],
      ['1', '2'],
    ],
  ]);
});

test.each([
  ['yyyy-MM-dd HH:mm:ss Z', 'Asia/Kolkata', '2026-07-01 05:35:09 +0530'],
  ['Z', 'Etc/UTC', '+0000'],
  ['XXX', 'America/New_York', '-04:00'],
  ["EEE, d MMM yy h 'o''clock' a", 'America/Los_Angeles', "Tue, 30 Jun 26 5 o'clock PM"],
  ['u D w', 'Europe/London', '3 182 27'],
])('formatDate %j in %s is %j', (pattern, zone, text) => {
  const { main } = tiny(
    'function main(ms, zone, pattern) { return Utilities.formatDate(new Date(ms), zone, pattern) }',
  );
  expect(main([Date.UTC(2026, 6, 1, 0, 5, 9), zone, pattern]).value).toBe(text);
});

test('formatDate refuses a zone or a letter that does not exist', () => {
  const { main } = tiny(
    'function main(zone, pattern) { return Utilities.formatDate(new Date(), zone, pattern) }',
  );
  expect(main(['Mars/Olympus', 'yyyy']).error?.message).toMatch(/timeZone/);
  expect(main(['Etc/UTC', 'yyyy-bb']).error?.message).toMatch(/Illegal pattern/);
});

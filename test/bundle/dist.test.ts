import { readdirSync } from 'node:fs';
import { BUILT_FILES } from '../../dev/built-files';
import { HOSTS } from '../../src/server/core/request';
import { built, DIST } from './built';

const manifest = JSON.parse(built('appsscript.json')) as Record<string, unknown>;

test('dist holds the files of the project and nothing else', () => {
  expect(readdirSync(DIST).sort()).toEqual(BUILT_FILES);
});

test('the manifest asks for V8, UTC and the scopes that the add-on needs', () => {
  expect(manifest['runtimeVersion']).toBe('V8');
  expect(manifest['timeZone']).toBe('Etc/UTC');
  expect([...(manifest['oauthScopes'] as string[])].sort()).toEqual([
    'https://www.googleapis.com/auth/script.container.ui',
    'https://www.googleapis.com/auth/script.external_request',
    'https://www.googleapis.com/auth/script.scriptapp',
    'https://www.googleapis.com/auth/script.send_mail',
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/userinfo.email',
  ]);
});

test('requests may go to the hosts that the code talks to, and to no other', () => {
  expect([...(manifest['urlFetchWhitelist'] as string[])].sort()).toEqual(
    HOSTS.map((host) => `https://${host}/`).sort(),
  );
});

test('it is a script bound to a spreadsheet: no add-on section, no web app, no library', () => {
  expect(Object.keys(manifest).sort()).toEqual([
    'dependencies',
    'exceptionLogging',
    'oauthScopes',
    'runtimeVersion',
    'timeZone',
    'urlFetchWhitelist',
  ]);
  expect(manifest['dependencies']).toEqual({});
});

test('the code names no other host over https than those, TikTok’s pages, the script’s own address, and pictures that lead nowhere', () => {
  // A long text may go on in the next line; and a scope is a name that only looks like an address.
  const code = (built('Code.js') + built('Work.html'))
    .replaceAll('\\\n', '')
    .replaceAll('https://www.googleapis.com/auth/', '');
  const hosts = new Set([...code.matchAll(/https:\/\/([a-z0-9.-]+\.[a-z]+)/g)].map(([, host]) => host!));
  for (const host of HOSTS) hosts.delete(host);
  expect(
    [...hosts].filter((host) => !/(^|\.)(tiktok\w*\.com|invalid)$|^script\.google\.com$/.test(host)),
  ).toEqual([]);
});

test('the page asks for nothing from outside, holds no backtick and no // in its script, and fits in 120 KB', () => {
  const html = built('Sidebar.html');
  const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/`|\/\//);
  expect(html).not.toMatch(/<link|<iframe|<img|@import|\bsrc=|url\(/);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(120 * 1024);
});

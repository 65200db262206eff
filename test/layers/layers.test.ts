import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appsScriptGlobals } from './apps-script-globals';
import { importsOf, violations } from './violations';

const FILES = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /(?<!\.d)\.tsx?$/.test(name) && statSync(join('src', name)).isFile());

test('every file of src keeps to what its layer may import and use', () => {
  expect(FILES.length).toBeGreaterThan(100);
  const found = FILES.flatMap((file) =>
    violations(file, readFileSync(join('src', file), 'utf8')).map((what) => `${file} ${what}`),
  );
  expect(found).toEqual([]);
});

test('main.ts assigns globals, which is what makes it the entry', () => {
  expect(readFileSync('src/server/main.ts', 'utf8')).toMatch(/^global\.\w+ = /m);
});

test('imports are found in every form', () => {
  const code = `
    import a from './a';
    import type { B } from "./b";
    import { type C,
      d } from './c';
    import './e.css';
    export * from './f';
    export { g } from './g';
    // import h from './h';
    /* import i from './i'; */
    const j = await import('./j');
    const text = 'not from here';
  `;
  expect(importsOf(code).sort()).toEqual(['./a', './b', './c', './e.css', './f', './g', './j']);
});

test('the services of Apps Script are known by name', () => {
  for (const name of [
    'SpreadsheetApp',
    'UrlFetchApp',
    'PropertiesService',
    'HtmlService',
    'ScriptApp',
    'Utilities',
  ])
    expect(appsScriptGlobals().has(name)).toBe(true);
});

describe('a planted violation is found', () => {
  test.each([
    ['shared/day.ts', "import { at } from '../server/core/normalise';", 'imports server/core/normalise'],
    ['shared/day.ts', "import * as z from 'zod';", 'imports the package zod'],
    ['shared/money.ts', 'const a = [1].map((n) => n.toLocaleString());', 'uses toLocaleString'],
    ['server/core/plan.ts', "import { orders } from '../streams/orders';", 'imports server/streams/orders'],
    ['server/core/plan.ts', "import type { Deps } from '../app/deps';", 'imports server/app/deps'],
    ['server/core/plan.ts', "import { readFileSync } from 'node:fs';", 'imports the package node:fs'],
    ['server/core/pull.ts', 'const now = Date.now();', 'uses Date.now'],
    ['server/core/pull.ts', "const now = Date['now']();", 'uses Date.now'],
    ['server/core/pull.ts', 'const now = new Date();', 'asks for the time by Date'],
    ['server/core/pull.ts', 'const now = Date();', 'asks for the time by Date'],
    ['server/core/send.ts', 'const jitter = Math.random();', 'uses Math.random'],
    ['server/core/store.ts', 'const order = "a".localeCompare("b");', 'uses localeCompare'],
    ['server/core/store.ts', "const f = new Intl.NumberFormat('en');", 'uses Intl'],
    ['server/core/store.ts', 'export const go = () => Utilities.sleep(1);', 'names the service Utilities'],
    ['server/sample/story.ts', "import { streams } from '../streams';", 'imports server/streams'],
    [
      'server/sample/story.ts',
      "import { hmac } from '@noble/hashes/hmac';",
      'imports the package @noble/hashes/hmac',
    ],
    ['server/sample/story.ts', 'const chance = Math.random();', 'uses Math.random'],
    [
      'server/streams/orders.ts',
      "import { METRICS } from '../catalog/metrics';",
      'imports server/catalog/metrics',
    ],
    ['server/streams/orders.ts', "import { Store } from '../core/store';", 'imports server/core/store'],
    ['server/catalog/index.ts', "import type { Deps } from '../app/deps';", 'imports server/app/deps'],
    ['server/app/sync.ts', "import { http } from '../gas/http';", 'imports server/gas/http'],
    ['server/app/sync.ts', 'SpreadsheetApp.flush();', 'names the service SpreadsheetApp'],
    ['server/app/sync.ts', 'const { flush } = SpreadsheetApp;', 'names the service SpreadsheetApp'],
    ['server/app/sync.ts', 'global.onOpen = () => undefined;', 'assigns global.onOpen'],
    ['server/gas/http.ts', "import { catalog } from '../catalog';", 'imports server/catalog'],
    ['server/gas/http.ts', "import { at } from '../core/normalise';", 'imports server/core/normalise'],
    ['server/gas/http.ts', 'global.fetch = () => undefined;', 'assigns global.fetch'],
    ['sidebar/main.tsx', "import type { Run } from '../server/app/runs';", 'imports server/app/runs'],
    ['sidebar/main.tsx', "import { useState } from 'react';", 'imports the package react'],
    ['server/extra/new.ts', '', 'belongs to no layer'],
  ])('in %s: %s', (file, code, problem) => {
    expect(violations(file, code)).toEqual([problem]);
  });

  test.each([
    [
      'server/core/pull.ts',
      '// Date.now() and SpreadsheetApp are not for here\nconst text = "Math.random()";',
    ],
    ['server/core/pull.ts', 'const date = new Date(0); const key = { Utilities: 1 }.Utilities;'],
    ['server/gas/clock.ts', 'const now = () => Date.now() + Utilities.sleep(1) + new Date();'],
    ['sidebar/main.tsx', "import { h } from 'preact'; const a = <b>{new Date().toLocaleString()}</b>;"],
  ])('but not where there is none: %s', (file, code) => {
    expect(violations(file, code)).toEqual([]);
  });
});

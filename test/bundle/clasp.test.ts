import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { built, DIST } from './built';
import { clasp, type ScriptApi, startScriptApi } from './clasp';

const { scriptId } = JSON.parse(readFileSync('.clasp.json', 'utf8')) as { scriptId: string };
let api: ScriptApi;
beforeAll(async () => {
  api = await startScriptApi();
});
afterAll(() => api.close());

test('clasp would push the files of dist and knows of no other', async () => {
  const { code, output } = await clasp(['status', '--json']);
  const status = JSON.parse(output) as { filesToPush: string[]; untrackedFiles: string[] };
  expect(code).toBe(0);
  expect(status.filesToPush.sort()).toEqual([
    'dist/Cells.html',
    'dist/Code.js',
    'dist/Dashboards.html',
    'dist/Inputs.html',
    'dist/Notices.html',
    'dist/Sample.html',
    'dist/Sidebar.html',
    'dist/Tabs.html',
    'dist/Views.html',
    'dist/Words.html',
    'dist/appsscript.json',
  ]);
  expect(status.untrackedFiles).toEqual([]);
});

test('clasp push sends exactly these, byte for byte, and a second push finds nothing to do', async () => {
  const first = await clasp(['push', '--force'], { apiUrl: api.url });
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Pushed 11 files') });
  expect(api.requests.at(-1)).toBe(`PUT /v1/projects/${scriptId}/content`);
  expect(api.files.map(({ name, type }) => `${name}:${type}`).sort()).toEqual([
    'Cells:HTML',
    'Code:SERVER_JS',
    'Dashboards:HTML',
    'Inputs:HTML',
    'Notices:HTML',
    'Sample:HTML',
    'Sidebar:HTML',
    'Tabs:HTML',
    'Views:HTML',
    'Words:HTML',
    'appsscript:JSON',
  ]);
  const sources = Object.fromEntries(api.files.map(({ name, source }) => [name, source]));
  expect(sources['Code']).toBe(built('Code.js'));
  expect(sources['Cells']).toBe(built('Cells.html'));
  expect(sources['Dashboards']).toBe(built('Dashboards.html'));
  expect(sources['Inputs']).toBe(built('Inputs.html'));
  expect(sources['Notices']).toBe(built('Notices.html'));
  expect(sources['Sample']).toBe(built('Sample.html'));
  expect(sources['Sidebar']).toBe(built('Sidebar.html'));
  expect(sources['Tabs']).toBe(built('Tabs.html'));
  expect(sources['Views']).toBe(built('Views.html'));
  expect(sources['Words']).toBe(built('Words.html'));
  expect(sources['appsscript']).toBe(built('appsscript.json'));

  const puts = () => api.requests.filter((request) => request.startsWith('PUT')).length;
  const before = puts();
  const second = await clasp(['push', '--force'], { apiUrl: api.url });
  expect(second).toMatchObject({ code: 0, output: expect.stringContaining('already up to date') });
  expect(puts()).toBe(before);
});

test('whatever else lies in dist stays at home', async () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  for (const name of ['.clasp.json', '.claspignore', DIST])
    cpSync(name, join(project, name), { recursive: true });
  for (const name of ['Code.js.map', 'notes.txt', 'main.ts', 'Other.js', 'Other.html', 'folder/Deep.js']) {
    mkdirSync(dirname(join(project, DIST, name)), { recursive: true });
    writeFileSync(join(project, DIST, name), '// stray\n');
  }
  const { output } = await clasp(['status', '--json'], { project });
  const { filesToPush } = JSON.parse(output) as { filesToPush: string[] };
  expect(filesToPush.sort()).toEqual([
    'dist/Cells.html',
    'dist/Code.js',
    'dist/Dashboards.html',
    'dist/Inputs.html',
    'dist/Notices.html',
    'dist/Sample.html',
    'dist/Sidebar.html',
    'dist/Tabs.html',
    'dist/Views.html',
    'dist/Words.html',
    'dist/appsscript.json',
  ]);
});

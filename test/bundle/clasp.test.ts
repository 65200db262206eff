import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { BUILT_FILES } from '../../dev/built-files';
import { built, DIST } from './built';
import { clasp, type ScriptApi, startScriptApi } from './clasp';

const PUSHED = BUILT_FILES.map((file) => `dist/${file}`);
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
  expect(status.filesToPush.sort()).toEqual(PUSHED);
  expect(status.untrackedFiles).toEqual([]);
});

test('clasp push sends exactly these, byte for byte, and a second push finds nothing to do', async () => {
  const first = await clasp(['push', '--force'], { apiUrl: api.url });
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining(`Pushed ${PUSHED.length} files`) });
  expect(api.requests.at(-1)).toBe(`PUT /v1/projects/${scriptId}/content`);
  const kinds = { '.html': 'HTML', '.js': 'SERVER_JS', '.json': 'JSON' };
  expect(api.files.map(({ name, type, source }) => [name, type, source]).sort()).toEqual(
    BUILT_FILES.map((file) => {
      const { name, ext } = parse(file);
      return [name, kinds[ext as keyof typeof kinds], built(file)];
    }).sort(),
  );

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
  expect(filesToPush.sort()).toEqual(PUSHED);
});

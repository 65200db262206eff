// The store in its tab, in a realm of its own: killed at any call, it is as before the writing or as after it.
import { buildSync } from 'esbuild';
import type { Parcel } from '../core/parcels';
import { type Tiny, tiny } from '../runtime/tiny-project';

const [built] = buildSync({
  stdin: {
    contents: `
      export { SheetRows } from './src/server/gas/rows-sheet';
      export { Store } from './src/server/core/store';
      export { decodeRows } from './src/server/core/codec';
      export { parcels, things, plainHash } from './test/core/parcels';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'core',
  target: 'es2020',
}).outputFiles;

const code = `${built!.text}
var streams = [core.parcels, core.things];
function main(list, most, note) {
  new core.Store(new core.SheetRows(), most).put('shop', streams, list, { checkpoint: note }, core.plainHash);
}
function contents() {
  var store = new core.Store(new core.SheetRows());
  var all = {};
  streams.forEach(function (stream) {
    store.index().filter(function (info) { return info.stream === stream.id; }).forEach(function (info) {
      all[stream.id + ' ' + info.partition] = core.decodeRows(stream, store.read([info])[0]);
    });
  });
  var sorted = Object.keys(all).sort().map(function (key) { return [key, all[key]]; });
  return JSON.stringify({ checkpoint: store.note('checkpoint'), all: sorted });
}`;

const START = Date.UTC(2026, 0, 1) / 1000;
const DAY = 86_400;

/** Text that does not compress. */
function noise(length: number, seed: number): string {
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += state.toString(36);
  }
  return text;
}
const parcel = (day: number, version = 0, title = 'A'): Parcel => ({
  id: String(1000 + day),
  created: START + day * DAY,
  updated: START + day * DAY + version,
  label: { title, price: '1.5' },
  things: [
    { id: `${day}1`, price: '2' },
    { id: `${day}2`, price: '3' },
  ],
});

const contents = ({ runtime, document }: Tiny): string =>
  String(runtime.run('contents', [], { user: 'ann@example.com', document }).value);
const failed = ({ error }: { error?: { message: string } }) => error?.message;

/** Kills the second writing at each of its calls; then what is stored is the old or the new, and once again it is the new. */
function killEverywhere(first: unknown[], second: unknown[]): { calls: number; project: Tiny } {
  const project = tiny(code);
  expect(failed(project.main(first))).toBeUndefined();
  const snapshot = project.runtime.snapshot();
  const before = contents(project);
  const { calls, error } = project.main(second);
  expect(error).toBeUndefined();
  const after = contents(project);
  expect(after).not.toBe(before);
  for (const { n } of calls) {
    project.runtime.restore(snapshot);
    expect(project.main(second, { killAt: n }).killed).toBe(true);
    expect([before, after]).toContain(contents(project));
    // Whatever was left behind, neither the next writing nor the one after it brings anything old back.
    expect(failed(project.main(second))).toBeUndefined();
    expect(contents(project)).toBe(after);
    expect(failed(project.main(second))).toBeUndefined();
    expect(contents(project)).toBe(after);
  }
  return { calls: calls.length, project };
}

test('a partition that is replaced', () => {
  killEverywhere(
    [[1, 2, 3, 40].map((day) => parcel(day)), 100, 'first'],
    [[parcel(2, 5, 'B'), parcel(70)], 100, 'second'],
  );
});

test('a month that is cut into halves, and halves of these', () => {
  const { project } = killEverywhere(
    [Array.from({ length: 10 }, (_, day) => parcel(day)), 20, 'first'],
    [Array.from({ length: 28 }, (_, day) => parcel(day)), 20, 'second'],
  );
  const { all } = JSON.parse(contents(project)) as { all: [string, unknown[]][] };
  expect(all.filter(([key]) => key.startsWith('parcels'))).toHaveLength(4);
});

test('more text than a call may carry goes in several, and counts as a whole', () => {
  const days = Array.from({ length: 40 }, (_, i) => i * 2);
  const project = tiny(code);
  const large = (version: number) => days.map((day) => parcel(day, version, noise(45_000, day + version)));
  expect(failed(project.main([days.map((day) => parcel(day)), 1000, 'first']))).toBeUndefined();
  const snapshot = project.runtime.snapshot();
  const before = contents(project);
  expect(failed(project.main([[parcel(1, 9)], 1000, 'other']))).toBeUndefined();
  const other = contents(project);
  project.runtime.restore(snapshot);
  const { calls, error } = project.main([large(1), 1000, 'second']);
  expect(error).toBeUndefined();
  const writes = calls.filter(({ method }) => method === 'setValues');
  expect(writes.length).toBeGreaterThan(1);
  const after = contents(project);
  for (const { n } of writes) {
    project.runtime.restore(snapshot);
    project.main([large(1), 1000, 'second'], { killAt: n });
    expect(contents(project)).toBe(before);
    expect(failed(project.main([[parcel(1, 9)], 1000, 'other']))).toBeUndefined();
    // What the killed writing left must not come to life by the end of another.
    expect(contents(project)).toBe(other);
    expect(failed(project.main([large(1), 1000, 'second']))).toBeUndefined();
    expect(JSON.parse(contents(project)).checkpoint).toBe('second');
  }
  expect(after).toContain('"checkpoint":"second"');
});

test('a read whose partition another execution moves meanwhile finds it where it is then', () => {
  const project = tiny(code);
  const { runtime, document } = project;
  expect(failed(project.main([[1, 2].map((day) => parcel(day)), 100, 'first']))).toBeUndefined();
  let reads = 0;
  const { value, error } = runtime.run('contents', [], {
    user: 'ann@example.com',
    document,
    hooks: {
      beforeCall({ method }) {
        // The first getValues reads the directory; just before the first payload is read, it is moved.
        if (method === 'getValues' && ++reads === 2) {
          project.main([[parcel(1, 7, 'moved')], 100, 'moved']);
          // Takes the rows that January stood in.
          project.main([[parcel(40, 0, 'February')], 100, 'added']);
        }
      },
    },
  });
  expect(error).toBeUndefined();
  const january = JSON.parse(String(value)).all[0];
  expect(january[0]).toBe('parcels 2026-01');
  expect(JSON.stringify(january[1])).toContain('moved');
  expect(JSON.stringify(january[1])).not.toContain('February');
});

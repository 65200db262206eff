// dist/Code.js as Apps Script meets it: first its parser, then its realm, then whoever calls a function by name.
import { readFileSync } from 'node:fs';
import { runInContext } from 'node:vm';
import { type Comment, type FunctionDeclaration, parse } from 'acorn';
import { bareRealm } from './bare-realm';
import { built, ENTRY_POINTS } from './built';

const code = built('Code.js');
const comments: Comment[] = [];
const parsed = () => parse(code, { ecmaVersion: 2020, sourceType: 'script', onComment: comments });
const stubs = (): FunctionDeclaration[] =>
  parsed().body.filter((node): node is FunctionDeclaration => node.type === 'FunctionDeclaration');
const parameters = (stub: FunctionDeclaration) =>
  stub.params.map((param) => (param.type === 'Identifier' ? param.name : '?'));

/** Names that a realm has after the bundle was loaded into it, and did not have before. */
function loaded() {
  const realm = bareRealm();
  const names = () => runInContext('Object.getOwnPropertyNames(globalThis)', realm) as string[];
  const before = new Set(names());
  runInContext(code, realm, { filename: 'Code.js' });
  const added = names().filter((name) => !before.has(name));
  const functions = added.filter((name) => runInContext(`typeof ${name}`, realm) === 'function');
  return { realm, added, functions };
}

test('it fits in 250 KB: every formula call loads it', () => {
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(250 * 1024);
});

test('it is ES2020, which Apps Script can parse: no private members, no static fields, no assignment with ??=', () => {
  expect(() => parsed()).not.toThrow();
  expect(() => parse('class A { #a = 1; }', { ecmaVersion: 2020 })).toThrow();
  expect(() => parse('a ??= 1', { ecmaVersion: 2020 })).toThrow();
});

test('it loads where there is no Apps Script service; each function it leaves behind is an entry point', () => {
  const { added, functions } = loaded();
  // Every global function can be called from afar, so there may be none by accident.
  expect(functions.sort()).toEqual(ENTRY_POINTS);
  expect(added.filter((name) => !functions.includes(name))).toEqual([]);
});

test('its top-level functions are the entry points, those that main.ts assigns', () => {
  const assigned = [...readFileSync('src/server/main.ts', 'utf8').matchAll(/^global\.(\w+) = /gm)];
  expect(assigned.map(([, name]) => name).sort()).toEqual(ENTRY_POINTS);
  expect(
    stubs()
      .map(({ id }) => id.name)
      .sort(),
  ).toEqual(ENTRY_POINTS);
});

test('behind every stub stands its function, with as many parameters: an empty stub would fail silently', () => {
  const { realm } = loaded();
  for (const stub of stubs()) {
    const source = runInContext(`String(${stub.id.name})`, realm) as string;
    expect([stub.id.name, source]).not.toEqual([
      stub.id.name,
      expect.stringMatching(/^function \w+\([^)]*\) \{\s*\}$/),
    ]);
    expect(runInContext(`${stub.id.name}.length`, realm)).toBe(stub.params.length);
  }
});

test('the services are named only when a function runs', () => {
  const { realm } = loaded();
  expect(() => runInContext('onOpen()', realm)).toThrow(/is not defined/);
});

/** The comment right before a function; each time it is parsed, acorn tells of all comments anew. */
const commentBefore = (stub: FunctionDeclaration) =>
  comments.find(({ end }) => end < stub.start && code.slice(end, stub.start).trim() === '')!;

describe('the comment before TIKTOKSHOP, which Sheets shows while a formula is typed', () => {
  const stub = stubs().find(({ id }) => id.name === 'TIKTOKSHOP')!;
  const comment = commentBefore(stub);

  test('makes it a custom function that says what it returns', () => {
    expect(comment.value).toMatch(/^\*/);
    expect(comment.value).toMatch(/@customfunction\b/);
    expect(comment.value).toMatch(/@return \{\S+\} \S+/);
  });

  test('tells of each parameter by its name, in their order, with type and meaning', () => {
    const told = [...comment.value.matchAll(/@param \{[^}]+\} (\w+) \S+/g)].map(([, name]) => name);
    expect(told).toEqual(parameters(stub));
    expect(told.length).toBeGreaterThan(0);
  });

  test('begins with a sentence about it', () => {
    expect(comment.value.split('\n')[1]).toMatch(/^ \* [A-Z].*\.$/);
  });
});

test('only TIKTOKSHOP is a custom function, every function has a comment, and no mark of the build is left', () => {
  const custom = stubs().filter((stub) => commentBefore(stub).value.includes('@customfunction'));
  expect(custom.map(({ id }) => id.name)).toEqual(['TIKTOKSHOP']);
  expect(code).not.toContain('@preserve');
});

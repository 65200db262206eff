// The table of problems and its page: nothing in it is dead, and the page says what the table says.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problemsPage } from '../../dev/docs/problems-page';
import { PROBLEMS } from '../../src/shared/problem';

test('docs/problems.md is what npm run docs makes', () => {
  expect(readFileSync('docs/problems.md', 'utf8')).toBe(problemsPage());
});

test('every code has its row in the page', () => {
  const page = problemsPage();
  for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`| \`${code}\` |`);
});

/** Written for what is about to come. */
const AHEAD = ['store_damaged', 'schedule_permission'];

test('every problem can happen: its code is named somewhere outside the table', () => {
  const source = (readdirSync('src', { recursive: true }) as string[])
    .map((name) => join('src', name))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(join('shared', 'problems')))
    .filter((name) => statSync(name).isFile())
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const dead = Object.keys(PROBLEMS).filter((code) => !AHEAD.includes(code) && !source.includes(`'${code}'`));
  expect(dead).toEqual([]);
});

test('texts are short enough for a sidebar 300 pixels wide', () => {
  for (const { text, next } of Object.values(PROBLEMS)) expect(text.length + next.length).toBeLessThan(220);
});

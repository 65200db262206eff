import { PROBLEMS, type ProblemCode, ProblemError, problem } from '../../src/shared/problem';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const CLASSES = [
  'retry',
  'slow_down',
  'refresh_token',
  'reauthorize',
  'grant_scope',
  'out_of_history',
  'quota_until_tomorrow',
  'fix_input',
  'configure',
  'bug',
];
const placeholders = (code: ProblemCode) =>
  [...`${PROBLEMS[code].text} ${PROBLEMS[code].next}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

describe.each(CODES)('%s', (code) => {
  test('has a known class, a text and a next step', () => {
    expect(CLASSES).toContain(PROBLEMS[code].class);
    expect(PROBLEMS[code].text).not.toBe('');
    expect(PROBLEMS[code].next).toMatch(/^[A-Z“].*[.?]$/);
  });

  test('leaves no placeholder open once its details are given', () => {
    const details = Object.fromEntries(placeholders(code).map((name) => [name, `the ${name}`]));
    const found = problem(code, details);
    expect(found.text + found.next).not.toMatch(/[{}]/);
    for (const name of placeholders(code)) expect(found.text + found.next).toContain(`the ${name}`);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('has no braces other than its placeholders', () => {
    expect(`${PROBLEMS[code].text}${PROBLEMS[code].next}`.replace(/\{[a-z]+\}/g, '')).not.toMatch(/[{}]/);
  });
});

test('every class is in use, so none is a word without a meaning', () => {
  expect(new Set(CODES.map((code) => PROBLEMS[code].class))).toEqual(new Set(CLASSES));
});

test('details are put in as they are, whatever they look like', () => {
  expect(problem('bad_input', { what: '$& $1 {what} __proto__' }).text).toBe('$& $1 {what} __proto__');
});

test('an error on its way up says text and next step', () => {
  const error = new ProblemError('unknown_zone', { zone: 'Mars/Base' });
  expect(error.message).toBe(
    'There is no time zone “Mars/Base”. Use an IANA name such as Asia/Jakarta or UTC.',
  );
  expect(error.problem.code).toBe('unknown_zone');
  expect(error).toBeInstanceOf(Error);
});

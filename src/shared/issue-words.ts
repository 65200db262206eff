/** What a schema found wrong, in words: the small edition of the library brings none. */
import type * as z from 'zod/mini';

export function issueWords(issue: z.core.$ZodIssue): string {
  // The schema's own words, where it has some.
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `must ${measured(issue.origin, issue.minimum, 'at least')}`;
    case 'too_big':
      return `must ${measured(issue.origin, issue.maximum, 'at most')}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `has parts that are not known: ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return 'is not written as it should be';
    default:
      return 'is not understood';
  }
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function measured(origin: string, limit: number | bigint, word: string): string {
  if (origin === 'string') return `have ${word} ${limit} ${Number(limit) === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `have ${word} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  return `be ${word} ${limit}`;
}

import type { Problem, ProblemCode } from '../problem';

/** What to do next about a failed call. */
export type ProblemClass =
  | 'retry'
  | 'slow_down'
  | 'refresh_token'
  | 'reauthorize'
  | 'grant_scope'
  | 'out_of_history'
  | 'quota_until_tomorrow'
  | 'fix_input'
  | 'configure'
  | 'bug';

export interface ProblemEntry {
  class: ProblemClass;
  /** One sentence; `{name}` takes a detail. */
  text: string;
  /** The next step, as an imperative. */
  next: string;
}

export const entry = (klass: ProblemClass, text: string, next: string): ProblemEntry => ({
  class: klass,
  text,
  next,
});

/** A part of the table. */
export const entries = <Code extends string>(part: Record<Code, ProblemEntry>): Record<Code, ProblemEntry> =>
  part;

/** How the table's texts are read; a build that keeps them elsewhere puts its own way here. */
export const texts = { read: (text: string): string => text };

const fill = (template: string, details: Record<string, string>) =>
  texts.read(template).replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);

/** A problem from its part of the table, with the details filled into text and next step. */
export function problemIn<Code extends ProblemCode>(
  part: Record<Code, ProblemEntry>,
  code: Code,
  details: Record<string, string> = {},
): Problem {
  const { class: klass, text, next } = part[code];
  return { code, class: klass, text: fill(text, details), next: fill(next, details) };
}

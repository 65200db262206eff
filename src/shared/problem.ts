/**
 * Every message a user can meet. A problem is a code with its details; the text and the next step come from this
 * table alone, so that sidebar, cell, run log and documentation say the same. The page takes only the parts it needs.
 */
import { CALL_PROBLEMS } from './problems/call';
import { CONNECTION_PROBLEMS } from './problems/connection';
import { DATA_PROBLEMS } from './problems/data';
import { type ProblemClass, problemIn } from './problems/entry';
import { GOOGLE_PROBLEMS } from './problems/google';
import { INPUT_PROBLEMS } from './problems/input';
import { SELLER_PROBLEMS } from './problems/seller';
import { TIKTOK_PROBLEMS } from './problems/tiktok';

export type { ProblemClass } from './problems/entry';

export const PROBLEMS = {
  ...INPUT_PROBLEMS,
  ...CONNECTION_PROBLEMS,
  ...SELLER_PROBLEMS,
  ...TIKTOK_PROBLEMS,
  ...CALL_PROBLEMS,
  ...GOOGLE_PROBLEMS,
  ...DATA_PROBLEMS,
};

export type ProblemCode = keyof typeof PROBLEMS;

/** A problem as it travels between server and sidebar. JSON-safe. */
export interface Problem {
  code: ProblemCode;
  class: ProblemClass;
  text: string;
  next: string;
}

/** The problem with its details filled into text and next step. */
export const problem = (code: ProblemCode, details: Record<string, string> = {}): Problem =>
  problemIn(PROBLEMS, code, details);

/** A problem on its way up the stack. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, details: Record<string, string> = {}) {
    const found = problem(code, details);
    super(`${found.text} ${found.next}`);
    this.name = 'ProblemError';
    this.problem = found;
  }
}

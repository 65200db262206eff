import type { ProblemCode } from '../../shared/problem';

/** What can't be written, as code and details: this bundle has no texts, whoever loads it makes a problem of it. */
export class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Record<string, string>,
  ) {
    super(code);
  }
}

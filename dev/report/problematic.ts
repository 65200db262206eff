import type { Problem } from '../../src/shared/problem';

/** The add-on answered with a problem. */
export class Problematic extends Error {
  override name = 'Problematic';
  constructor(readonly problem: Problem) {
    super(`${problem.text} ${problem.next}`);
  }
}

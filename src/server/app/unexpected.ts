import { type Problem, ProblemError, problem } from '../../shared/problem';
import { sha256Hex } from '../core/sign';
import type { Deps } from './deps';

/** The problem behind whatever was thrown. */
export const problemOf = (deps: Pick<Deps, 'log'>, error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : unexpected(deps, error);

/**
 * An exception nobody foresaw: its text goes to the execution log (gas/http keeps secrets out of exceptions), the user
 * gets a short code by which it can be found there.
 */
export function unexpected(deps: Pick<Deps, 'log'>, error: unknown): Problem {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  const code = `E-${sha256Hex(text).slice(0, 6)}`;
  deps.log.info(`unexpected ${code}: ${text.slice(0, 2000)}`);
  return problem('unexpected', { detail: code });
}

import { platformProblem, redacted } from '../../shared/platform-error';
import { type Problem, ProblemError, problem } from '../../shared/problem';
import { sha256Hex } from '../core/sign';
import type { Deps } from './deps';

/** The problem behind whatever was thrown. */
export const problemOf = (deps: Pick<Deps, 'log'>, error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : unexpected(deps, error);

/**
 * An exception that is not ours. Its text goes to the execution log, without
 * anything that could be a secret; of one nobody foresaw the user gets a short code by which it can be found there.
 */
export function unexpected(deps: Pick<Deps, 'log'>, error: unknown): Problem {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const text = redacted(error instanceof Error ? `${message}\n${error.stack ?? ''}` : message);
  const code = `E-${sha256Hex(text).slice(0, 6)}`;
  const known = platformProblem(redacted(message));
  deps.log.info(`${known?.code ?? 'unexpected'} ${code}: ${text.slice(0, 2000)}`);
  return known ?? problem('unexpected', { detail: code });
}

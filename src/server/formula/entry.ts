import { formula } from '../app/formula';
import { deps } from '../deps';

/** `=TIKTOKSHOP()`: a bundle of its own within Code.js, which no other call evaluates. */
export const answerCell = (...inputs: unknown[]) => {
  const [metrics, dimensions, range, filters, options] = inputs;
  return formula(deps(), metrics, dimensions, range, filters, options);
};

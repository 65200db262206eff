import type { Inputs } from '../core/ports';
import { late } from './late';

/** Checks of what comes from the page, which the build puts into Inputs.html. */
const loaded = late<Inputs>('Inputs');

export const inputs: Inputs = {
  call: (name, input) => loaded().call(name, input),
  report: (input) => loaded().report(input),
  formula: (report, separator) => loaded().formula(report, separator),
};

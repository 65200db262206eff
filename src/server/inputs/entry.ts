import type { CallName } from '../../shared/api';
import { formulaText } from '../../shared/formula-text';
import { parseReport } from '../../shared/report';
import type { Inputs } from '../core/ports';
import { CALLS } from './calls';

/** Checks of what comes from the page or a file: the entry of a bundle of its own, since no formula and no trigger needs them. */
export const inputs: Inputs = {
  call(name, input) {
    const parsed = CALLS[name as CallName]().safeParse(input);
    if (parsed.success) return { value: parsed.data };
    return {
      issues: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`),
    };
  },
  report: parseReport,
  formula: formulaText,
};

import { ProblemError } from '../../shared/problem';
import type { ReportDefinition } from '../../shared/report';
import { checkReport } from './answer';
import { withCells } from './cell-values';
import type { Deps } from './deps';
import { saveReport } from './reports';
import { checkSchedule, claim } from './schedule-owner';

/**
 * Saves the reports of a JSON text, a list as the sidebar exports it, or none of them: every issue of every report is
 * told at once, one a line. Ids and tabs belong to the file they come from; schedules become the caller's.
 * Throws ProblemError `bad_input`. Returns how many there were.
 */
export function importReports(deps: Deps, text: string): number {
  const found = listOf(text).map((item, i) => examined(deps, item, `Report ${i + 1}`));
  const issues = found.flatMap((one) => one.issues);
  if (issues.length > 0)
    throw new ProblemError('bad_input', { what: ['Nothing was imported.', ...issues].join('\n') });
  for (const { report } of found) if (report) claim(deps, saveReport(deps, report));
  return found.length;
}

function listOf(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemError('bad_input', { what: 'This text is no JSON: a part of it may be missing.' });
  }
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new ProblemError('bad_input', { what: 'There is no report in this text.' });
  return list;
}

function examined(
  deps: Deps,
  item: unknown,
  place: string,
): { report?: ReportDefinition; issues: readonly string[] } {
  if (typeof item !== 'object' || item === null) return { issues: [`${place}: this is no report.`] };
  const { id: _, target: __, ...rest } = item as Record<string, unknown>;
  const name = typeof rest['name'] === 'string' && rest['name'] ? ` “${rest['name'].slice(0, 100)}”` : '';
  const named = (issue: string) => `${place}${name}: ${issue}`;
  const parsed = deps.inputs.report(rest);
  if ('issues' in parsed) return { issues: parsed.issues.map(named) };
  const issues = [checkCells, (_: Deps, report: ReportDefinition) => checkSchedule(deps, report.schedule)]
    .map((check) => refusal(() => check(deps, parsed.report)))
    .filter((issue) => issue !== null);
  return { report: parsed.report, issues: issues.map(named) };
}

/** Also whether the cells it names are here. */
const checkCells = (deps: Deps, report: ReportDefinition): void => checkReport(deps, withCells(deps, report));

/** Why a check refuses; null when it does not. */
function refusal(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.text;
    throw error;
  }
}

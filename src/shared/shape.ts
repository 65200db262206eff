import type { ReportDefinition } from './report';

/** What a comparison shows beside a metric: what it was, the difference, and that in proportion. */
export const CHANGES = ['value', 'change', 'percent'] as const;
export type Change = (typeof CHANGES)[number];
/** What can be worked out from a column: each value's share of the total, the sum of the rows so far, the place by size. */
export const CALCULATIONS = ['share', 'running', 'rank'] as const;
export type Calculation = (typeof CALCULATIONS)[number];

/** What a run does with the rows of the one before: they go, those that it answers too are updated, or all stay. */
export const WRITE_MODES = ['replace', 'update', 'append'] as const;
export type WriteMode = (typeof WRITE_MODES)[number];

/** Why the rows of one run can't stay beside those of another; null if they can. */
export function writeIssue(report: {
  write?: WriteMode | undefined;
  dimensions: readonly string[];
  pivot?: readonly string[] | undefined;
  totals?: boolean | undefined;
  subtotals?: boolean | undefined;
  other?: boolean | undefined;
}): string | null {
  const { write = 'replace', dimensions, pivot = [], totals, subtotals, other } = report;
  if (write === 'replace') return null;
  if (pivot.length > 0)
    return 'With split columns the rows of before can’t stay: they may have other columns.';
  if (totals || subtotals || other)
    return 'Rows of before can stay only in a table without totals, subtotals and “Other”.';
  return write === 'update' && dimensions.length === 0
    ? 'Rows are matched by their dimensions. Choose at least one.'
    : null;
}

/** What decides the form of a report's table, apart from which fields may stand together. */
export type Shape = Pick<ReportDefinition, 'metrics' | 'dimensions' | 'sort' | 'limit'> & {
  pivot: string[];
  subtotals: boolean;
  calculations: { metric: string; kind: Calculation }[];
};

/** What this file needs to know of a field; null for one that is unknown, which is told elsewhere. */
export type Known = (id: string) => { label: string; addsUp: boolean } | null;

export interface ShapeIssue {
  place: 'pivot' | 'calculations' | 'subtotals' | `sort.${number}`;
  text: string;
}

const CALCULATED = { share: 'share', running: 'running total', rank: 'rank' } as const;

/** A report of hours, where a figure is known by days alone. */
export const HOURS_OF_DAYS =
  'The report is about hours, and TikTok tells some of its figures for whole days only.';

/** Whether a range is hours, not days. */
export const isHours = (range: string): boolean => /^last_\d+_hours$/.test(range);

/** What is wrong with the form of a table, one sentence each with its place; the same in sidebar and server. */
export function shapeIssues(shape: Shape, known: Known): ShapeIssue[] {
  const { metrics, dimensions, pivot, sort, calculations, subtotals, limit } = shape;
  const nameOf = (id: string) => known(id)?.label ?? id;
  const found: ShapeIssue[] = [];
  const add = (place: ShapeIssue['place'], text: string) => found.push({ place, text });
  if (pivot.length > 0 && metrics.length === 0)
    add('pivot', 'Columns can be split by a field only where there are metrics.');
  if (pivot.length > 2) add('pivot', 'Columns can be split by one or two fields.');
  for (const id of pivot)
    if (dimensions.includes(id)) add('pivot', `${nameOf(id)} can't split both rows and columns.`);
  sort.forEach(({ field }, at) => {
    if (!metrics.includes(field) && !dimensions.includes(field))
      add(`sort.${at}`, `The report is sorted by ${nameOf(field)}, which is not one of its fields.`);
  });
  if (subtotals && limit !== null)
    add('subtotals', 'With a limit, subtotals would not be those of the rows shown. Use one of the two.');
  for (const { metric, kind } of calculations) {
    const name = nameOf(metric);
    if (!metrics.includes(metric))
      add(
        'calculations',
        `There is a ${CALCULATED[kind]} of ${name}, which is not one of the report’s metrics.`,
      );
    else if (kind === 'running' && known(metric)?.addsUp === false)
      add('calculations', `${name} can't be added up from row to row: there is no running total of it.`);
  }
  return found;
}

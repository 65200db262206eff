import * as z from 'zod/mini';
import { BOUNDS, MOST_ALERTS } from './alert';
import { CELL, REFERENCE } from './cell';
import { DASHBOARDS } from './dashboard';
import { OPERATORS } from './filter';
import { issueWords } from './issue-words';
import { CALCULATIONS, CHANGES, WRITE_MODES } from './shape';

const reportName = z.string().check(z.minLength(1), z.maxLength(100));
const zoneName = () => z.string().check(z.minLength(1), z.maxLength(60));
const textOrCell = () => z.string().check(z.minLength(1), z.maxLength(120));
const fieldId = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(80));

/** Both its days may come from cells. */
const rangeName = () => z.string().check(z.minLength(1), z.maxLength(250));
const reference = () => z.string().check(z.regex(REFERENCE), z.maxLength(120));

/** Hours are on the clock of `zone`; weekdays count from 0 = Monday. 'daily' is the first version's midnight in the report's zone. */
const makeSchedule = () => {
  const at = { hour: z.int().check(z.minimum(0), z.maximum(23)), zone: zoneName() };
  return z.union(
    [
      z.enum(['none', 'daily']),
      z.strictObject({ every: z.literal('hour') }),
      z.strictObject({ every: z.literal('day'), ...at }),
      z.strictObject({
        every: z.literal('week'),
        weekday: z.int().check(z.minimum(0), z.maximum(6)),
        ...at,
      }),
      z.strictObject({
        every: z.literal('month'),
        day: z.union([z.int().check(z.minimum(1), z.maximum(28)), z.literal('last')]),
        ...at,
      }),
    ],
    'must be none, daily, or every hour, day, week or month at an hour in a zone',
  );
};

/** Range, zone, shops, limit, currency and the values of filters may be cells: see shared/cell.ts. */
const makeSchema = () =>
  z.strictObject({
    /** Given by the server on saving. */
    id: z.optional(z.string().check(z.maxLength(40))),
    name: reportName,
    shops: z.array(textOrCell()).check(z.minLength(1), z.maxLength(20)),
    metrics: z.array(fieldId).check(z.maxLength(60)),
    dimensions: z.array(fieldId).check(z.maxLength(60)),
    /** A preset, `last_N_days`, one day or `A..B` with both days included: see shared/day.ts. */
    range: rangeName(),
    /** IANA name; days begin and end in this zone. */
    zone: z._default(textOrCell(), 'UTC'),
    filters: z._default(
      z
        .array(
          z.strictObject({
            field: fieldId,
            operator: z.enum(OPERATORS),
            values: z.array(z.string().check(z.maxLength(500))).check(z.minLength(1), z.maxLength(200)),
          }),
        )
        .check(z.maxLength(30)),
      [],
    ),
    sort: z._default(
      z.array(z.strictObject({ field: fieldId, descending: z.boolean() })).check(z.maxLength(10)),
      [],
    ),
    /** Rows kept after sorting; null keeps all. */
    limit: z._default(
      z.nullable(
        z.union([z.int().check(z.minimum(1), z.maximum(1_000_000)), reference()], 'must be a number of rows'),
      ),
      null,
    ),
    /** What columns are split by. */
    pivot: z.optional(z.array(fieldId).check(z.maxLength(2))),
    /** Lines with the totals of all rows, and columns with those of a pivot; lines after each value of the first dimensions. */
    totals: z.optional(z.boolean()),
    subtotals: z.optional(z.boolean()),
    /** One more row for what the limit cuts off. */
    other: z.optional(z.boolean()),
    /** Days (weeks, hours …) without any rows too. */
    dense: z.optional(z.boolean()),
    /** The time that all metrics go by, instead of each its own. */
    time: z.optional(fieldId),
    /** Sunday is 6. */
    weekStart: z.optional(z.union([z.literal(0), z.literal(6)])),
    compare: z.optional(
      z.strictObject({
        /** The range of the same length before, the year before, the same weekdays a year before, or a range. */
        to: rangeName(),
        show: z.array(z.enum(CHANGES)).check(z.minLength(1)),
      }),
    ),
    calculations: z.optional(
      z.array(z.strictObject({ metric: fieldId, kind: z.enum(CALCULATIONS) })).check(z.maxLength(60)),
    ),
    /** Converts amounts by the user's own table of dates, currencies and rates, such as `Rates!A2:C`. */
    rates: z.optional(
      z.strictObject({
        to: z.union([z.string().check(z.regex(/^[A-Z]{3}$/)), reference()]),
        range: z.string().check(z.minLength(1), z.maxLength(60)),
      }),
    ),
    /** Where its table begins: in a new tab with the report's name, in the tab with this sheet id, or at a cell (`Sheet!B3`). */
    target: z._default(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('new') }),
        z.strictObject({ kind: z.literal('sheet'), sheetId: z.int() }),
        z.strictObject({ kind: z.literal('cell'), cell: z.string().check(z.regex(CELL), z.maxLength(120)) }),
      ]),
      { kind: 'new' },
    ),
    /** The tab is this dashboard, not a table of the report's own; its days are those that are loaded for it. */
    dashboard: z.optional(z.enum(DASHBOARDS)),
    /** What is mailed after a run, once a day at most. */
    alerts: z.optional(
      z
        .array(
          z.union(
            [
              z.strictObject({ metric: fieldId, kind: z.enum(BOUNDS), value: z.number() }),
              z.strictObject({ metric: fieldId, kind: z.literal('missing') }),
            ],
            'must be a metric with above, below, rises or falls and a number, or with missing',
          ),
        )
        .check(z.maxLength(MOST_ALERTS)),
    ),
    /** Mails the first rows after each scheduled run. */
    mail: z.optional(z.boolean()),
    /** What a run does with the rows of the one before; absent: it replaces them. */
    write: z.optional(z.enum(WRITE_MODES)),
    /** Unattended refresh. */
    schedule: z._default(makeSchedule(), 'none'),
  });

let schema: ReturnType<typeof makeSchema> | undefined;
/** Built on first use: a formula that never validates a report does not pay for it. */
const reportSchema = () => {
  schema ??= makeSchema();
  return schema;
};

/** A report as saved: which fields, of which shops, over which days, into which tab. JSON-safe. */
export type ReportDefinition = z.output<ReturnType<typeof makeSchema>>;
export type ReportInput = z.input<ReturnType<typeof makeSchema>>;
/** A report in which every cell that stands for a value has been looked up. */
export type AskedReport = Omit<ReportDefinition, 'limit'> & { limit: number | null };
export type Schedule = ReportDefinition['schedule'];

type Usual = 'filters' | 'sort' | 'limit';

/** A ready-made report: all but its shops, its tab and its schedule. */
export interface ReadyReport {
  id: string;
  name: string;
  group: string;
  about: string;
  report: Omit<AskedReport, 'id' | 'name' | 'shops' | 'zone' | 'target' | 'schedule' | Usual> &
    Partial<Pick<AskedReport, Usual>>;
}

/** The report, or every issue at once, each naming its place. */
export function parseReport(input: unknown): { report: ReportDefinition } | { issues: string[] } {
  const parsed = reportSchema().safeParse(input);
  if (parsed.success) return { report: parsed.data };
  return {
    issues: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'report'}: ${issueWords(issue)}`),
  };
}

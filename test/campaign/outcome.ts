// What must be the same after any history: tabs, every stored column of every row, and nothing left over.
import type { TabView } from '../../dev/runtime/types';
import type { FieldInfo } from '../../src/shared/field';
import type { ReportInput } from '../../src/shared/report';
import { type Office, OWNER } from '../whole-path/office';
import { comparable } from '../whole-path/shown';
import { FIRST_DAY, type Scene } from './scene';

const stampless = (note: string): string => note.replace(/Last refresh: [^.]*\./, 'Last refresh: then.');

const tabOutcome = (tab: TabView) => ({
  name: tab.name,
  hidden: tab.hidden,
  frozenRows: tab.frozenRows,
  protections: tab.protections,
  // Some are named after the report, whose id is made up anew each time.
  marks: tab.metadata.map(({ key }) => key.replace(/\.[0-9a-f]{12}$/, '.…')).sort(),
  ...(tab.hidden
    ? {}
    : {
        values: tab.values().map((row) => row.map(comparable)),
        formats: tab.formats(),
        notes: tab.notes().map((row) => row.map(stampless)),
        bold: tab.styles().map((row) => row.map(({ bold }) => bold === true)),
      }),
});

/** Streams whose content is the same after any history: all that was told of what happened, and of days that are final. */
const COMPARED = ['orders', 'line_items', 'shop_performance'];
const isCompared = (stream: string): boolean => COMPARED.includes(stream);

/** Questions that between them ask for every field there is, order by order and item by item. */
export function questionsFor(fields: readonly FieldInfo[], shop: string): ReportInput[] {
  const range = `${FIRST_DAY}..2026-03-12`;
  // What other lists tell depends on when they were read: daily copies, figures of the last hours.
  const told = ({ kind, streams, source }: FieldInfo) =>
    kind === 'dimension'
      ? !/^(?!orders|line_items)\w+\./.test(source)
      : streams.every((stream) => /^(orders|line_items)$/.test(stream));
  const ids = (kind: FieldInfo['kind'], stream: string) =>
    fields
      .filter((field) => field.kind === kind && field.streams[0] === stream && told(field))
      .map(({ id }) => id);
  const ask = (name: string, dimensions: string[], metrics: string[] = []): ReportInput => ({
    name,
    shops: [shop],
    metrics,
    dimensions: [...new Set(dimensions)],
    range,
  });
  return [
    ask('Orders', ['order_id', ...ids('dimension', 'orders')].slice(0, 60)),
    ask('Amounts', ['order_id'], ids('metric', 'orders')),
    ask('Items', ['line_item_id', ...ids('dimension', 'line_items')], ids('metric', 'line_items')),
  ];
}

/** Buyers are codes with a salt of their own in each store: the same buyers must get the same code, whichever. */
function withoutSalt({ columns, rows }: ReturnType<Office['answer']>) {
  const at = columns.findIndex(({ id }) => id === 'buyer_id');
  const codes = new Map<unknown, number>();
  return rows.map((row) =>
    row.map((cell, c) => {
      if (c !== at || cell === null) return cell;
      if (!codes.has(cell)) codes.set(cell, codes.size);
      return codes.get(cell)!;
    }),
  );
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

export function outcomeOf({ office, shop }: Scene, fields: readonly FieldInfo[]) {
  const { runtime, document } = office;
  const answers = questionsFor(fields, shop).map((question) => office.answer(question));
  const { reports, unfinished } = office.call('overview', null);
  const { tabs } = runtime.document(document);
  const store = tabs.find(({ name }) => name === 'TikTok Shop data');
  return {
    outcome: {
      partitions: office
        .call('storage', null)
        .partitions.filter(({ stream }) => isCompared(stream))
        .map(({ stream, from, to, rows, damaged }) => ({ stream, from, to, rows, damaged }))
        .sort(byText),
      // A piece that was replaced, or whose writing was cut off, goes with the next writing.
      pieces: store
        ?.values('A:A')
        .filter(([key]) => key !== '' && isCompared((JSON.parse(String(key)) as string[])[1] ?? '')).length,
      reports: reports.map(({ definition, lastProblem }) => [definition.name, lastProblem]).sort(byText),
      unfinished,
      properties: Object.keys(runtime.properties({ document }))
        .map((key) => key.split('.')[0]!)
        .sort(),
      triggers: runtime.triggers().filter(({ user, disabled }) => user === OWNER && !disabled).length,
      tabs: tabs.map(tabOutcome).sort((a, b) => byText(a.name, b.name)),
      rows: answers.map(withoutSalt),
      notes: answers.map(({ notes }) => notes),
    },
    text: JSON.stringify(answers),
  };
}

export type Outcome = ReturnType<typeof outcomeOf>['outcome'];

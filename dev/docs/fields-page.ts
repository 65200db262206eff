import { fieldInfos } from '../../src/server/catalog';
import { READY } from '../../src/server/catalog/ready';
import type { Stream } from '../../src/server/core/stream';
import { streams } from '../../src/server/streams';
import type { FieldInfo } from '../../src/shared/field';

const JOINING = {
  additive: 'adds up',
  unique: 'counted anew',
  ratio: 'worked out of its parts',
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(' ');

/** Entries by their groups, in the order in which they come. */
function grouped<Entry extends { group: string }>(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}

const streamLines = ({
  id,
  label,
  about,
  markets,
  history,
  freshness,
  privacy,
  endpoint,
}: Stream): string[] => [
  '',
  `### ${label}`,
  '',
  `\`${id}\`: ${about}`,
  '',
  `- TikTok: [${endpoint.method} ${endpoint.path}](${endpoint.docs}), permission \`${endpoint.scope}\``,
  `- Markets: ${markets}`,
  `- History: ${history}`,
  `- Freshness: ${freshness}`,
  `- Privacy: ${privacy}`,
];

const metricLines = (metrics: readonly FieldInfo[]): string[] => [
  '| id | label | type | meaning | formula | in totals | time |',
  '|---|---|---|---|---|---|---|',
  ...metrics.map(
    ({ id, label, type, about, source, additivity = 'additive', timeField = '' }) =>
      `| \`${id}\` | ${cell(label)} | ${type} | ${cell(about)} | ${cell(source)} | ${JOINING[additivity]} | ${cell(timeField)} |`,
  ),
];

const dimensionLines = (dimensions: readonly FieldInfo[]): string[] => [
  '| id | label | type | meaning | source |',
  '|---|---|---|---|---|',
  ...dimensions.map(
    ({ id, label, type, about, source }) =>
      `| \`${id}\` | ${cell(label)} | ${type} | ${cell(about)} | \`${cell(source)}\` |`,
  ),
];

/** What a user may look for in vain, and what stands in for it. */
const NOT_GIVEN: readonly [what: string, instead: string][] = [
  ['deleted orders, archived products', 'what was stored before stays'],
  [
    'names, addresses, phone numbers, e-mails of buyers',
    '`buyer_id`, a salted code that is the same for every order of a buyer; the area of the recipient',
  ],
  ['custom fields of orders', 'columns of your own beside a report, which a refresh leaves alone'],
  ['what ads cost', '`tt_ads_revenue`: the revenue that came by ads; the cost is in TikTok Ads Manager'],
  [
    'where a buyer came from',
    'TikTok’s own split by LIVE, video, product card and affiliate; `room_id` of line items in the US',
  ],
  ['the time zone and currency of a shop', 'proposed by its market, and a choice of each report'],
  [
    'whether a shop is open',
    'the state of the seller is told in Seller Center; calls for a shop that is closed say so, and its reports with them',
  ],
  [
    'how stock, prices and statuses were in the past',
    'daily copies, from the day on which the shop is looked after',
  ],
];

/** docs/fields.md: every stream, metric, dimension and ready-made report. */
export function fieldsPage(): string {
  const infos = fieldInfos();
  const of = (kind: FieldInfo['kind']) => grouped(infos.filter((info) => info.kind === kind));
  const lines = [
    '# Fields',
    '',
    'Every stream, metric, dimension and ready-made report. Made from the catalogue in `src/` by `npm run docs`; do not edit. Metrics that are',
    '*counted anew* or *worked out of their parts* are never added up: each group, subtotal and total goes back to the rows.',
    '',
    '## What TikTok does not give',
    '',
    '| not to be had | instead |',
    '|---|---|',
    ...NOT_GIVEN.map(([what, instead]) => `| ${what} | ${instead} |`),
    '',
    '## Streams',
    ...Object.values(streams).flatMap((stream: Stream) => streamLines(stream)),
    '',
    '## Metrics',
    ...of('metric').flatMap(([group, list]) => ['', `### ${group}`, '', ...metricLines(list)]),
    '',
    '## Dimensions',
    ...of('dimension').flatMap(([group, list]) => ['', `### ${group}`, '', ...dimensionLines(list)]),
    '',
    '## Ready-made reports',
    ...grouped(READY).flatMap(([group, list]) => [
      '',
      `### ${group}`,
      '',
      '| name | shows | fields |',
      '|---|---|---|',
      ...list.map(
        ({ name, about, report: { metrics, dimensions, pivot = [] } }) =>
          `| ${cell(name)} | ${cell(about)} | ${code([...metrics, ...dimensions, ...pivot])} |`,
      ),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

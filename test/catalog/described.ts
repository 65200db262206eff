// A stream held against TikTok's own OpenAPI description of its endpoint.
import { findOperation, type Schema } from '../../dev/openapi/spec';
import type { DayRecord, EachRecord, Stream, StreamField } from '../../src/server/core/stream';

const BY_ID_ONLY = 'the files describe it for orders by id (202309 and 202507), not for the search';
const SAMPLE_OF_2026 =
  'official order sample of September 2026 (orders by id, 202507); the files are of January';

const CAPTURED_AFFILIATE = 'captured answers of shops in Vietnam and Indonesia, 2026';

/** Fields that TikTok’s published files do not describe for the endpoint that we read, and who says they exist. */
export const ADDED_SINCE: Readonly<Record<string, string>> = {
  'affiliate_orders.sku_id': CAPTURED_AFFILIATE,
  'affiliate_orders.affiliate_settlement_status': CAPTURED_AFFILIATE,
  'affiliate_orders.fully_returned': CAPTURED_AFFILIATE,
  'affiliate_orders.estimated_partner_commission': CAPTURED_AFFILIATE,
  'affiliate_orders.actual_partner_commission': CAPTURED_AFFILIATE,
  'line_items.room_id': 'release note of 2026 (07r6ldtn) and the official order sample of September 2026',
  'line_items.product_listing_type': SAMPLE_OF_2026,
  'line_items.shipping_vat_amount': SAMPLE_OF_2026,
  'orders.payment_method_code': BY_ID_ONLY,
  'orders.payment_card_type': BY_ID_ONLY,
  'orders.is_refundable_sample': SAMPLE_OF_2026,
  'orders.is_subscription_order': SAMPLE_OF_2026,
};

/** JSON types in which each kind of field may come. */
const COMES_AS: Record<StreamField['type'], readonly string[]> = {
  id: ['string'],
  text: ['string'],
  hash: ['string'],
  time: ['integer'],
  day: ['string', 'integer'],
  integer: ['integer'],
  boolean: ['boolean'],
  decimal: ['string'],
  money: ['string'],
};

/** Fields that come in another JSON type than theirs: TikTok's files describe these ids as numbers and these times as texts. */
const TOLD_AS: Readonly<Record<string, string>> = {
  'sku_performance.sku_id': 'integer',
  'sku_performance.product_id': 'integer',
  'live_sessions.live_start_time': 'string',
  'live_sessions.live_end_time': 'string',
  'live_products.live_start_time': 'string',
  'live_products.live_end_time': 'string',
};

/** What a record of a day says beside TikTok's list: see `DayRecord`. */
const OF_THE_DAY: readonly string[] = ['^.day', '^.readAt'] satisfies `^.${keyof DayRecord}`[];
/** The same of an answer about one record. */
const OF_THE_RECORD: readonly string[] = ['of', 'created', 'version'] satisfies (keyof EachRecord)[];

/** An entry of an object whose keys TikTok adds to: names and amounts. */
const ENTRY: Schema = {
  properties: { of: { type: 'string' }, key: { type: 'string' }, value: { type: 'string' } },
};

const detailKnows = (path: string, name: string): boolean =>
  findOperation('GET', path.replace('{id}', '1'))?.operation.parameters?.some((one) => one.name === name) ??
  false;

function inside(schema: Schema | undefined, path: string): Schema | undefined {
  let found = schema;
  for (const key of path.split('.')) found = key === '0' ? found?.items : found?.properties?.[key];
  return found;
}

/** What of a stream TikTok's description does not know, or knows as something else. */
export function undescribed(stream: Stream): string[] {
  const { endpoint } = stream;
  const operation = findOperation(endpoint.method, endpoint.path.replace('{id}', '1'))?.operation;
  if (!operation) return [`${endpoint.method} ${endpoint.path} is not described`];
  const found: string[] = [];
  const answer = operation.responses['200']?.content?.['application/json']?.schema;
  const data = inside(answer, 'data');
  // One answer about one record is that record itself.
  const listed = endpoint.kind === 'each' ? data : inside(data, endpoint.records);
  // An object stands for a list of itself.
  const record = listed?.items ?? (listed?.properties ? listed : undefined);
  if (!record) return [`there is no list data.${endpoint.records}`];
  // Days are records of our own making: TikTok describes what is listed for each.
  const daily = (endpoint.kind === 'daily' || endpoint.kind === 'whole') && stream.createdPath !== '';
  const elements: Schema[] = [];
  for (const path of stream.explode === undefined ? [''] : [stream.explode].flat()) {
    const steps = path.split('.').slice(daily ? 1 : 0);
    const detail = 'detail' in endpoint && steps[0] === endpoint.detail?.as ? endpoint.detail : null;
    const around: Schema[] = daily ? [record] : [];
    if (detail) {
      const told = findOperation('GET', detail.path.replace('{id}', '1'))?.operation;
      const answer = inside(told?.responses['200']?.content?.['application/json']?.schema, 'data');
      const element = inside(answer, detail.records)?.items;
      if (!element) return [`there is no list ${detail.records} in ${detail.path}`];
      around.push(element);
      steps.shift();
    }
    for (const step of path === '' ? [] : steps) {
      const stepped = inside(around.at(-1) ?? record, step.replace('{}', ''));
      if (!stepped) return [`there is no list ${path}`];
      around.push(step.endsWith('{}') ? ENTRY : (stepped.items ?? stepped));
    }
    elements.push(...(around.length > 0 ? around.reverse() : [record]));
  }
  const paths =
    endpoint.kind === 'timed'
      ? [endpoint.idPath, stream.createdPath, stream.updatedPath]
      : endpoint.kind === 'daily'
        ? [endpoint.dayPath ?? '', endpoint.elementId ?? '']
        : endpoint.kind === 'whole'
          ? [endpoint.elementId]
          : [];
  for (const path of paths) if (path !== '' && !inside(record, path)) found.push(`there is no ${path}`);
  for (const [id, field] of Object.entries(stream.fields)) {
    if (
      daily &&
      [...OF_THE_DAY, ...('detail' in endpoint && endpoint.detail ? ['of'] : [])].includes(field.path)
    )
      continue;
    if (endpoint.kind === 'each' && OF_THE_RECORD.includes(field.path.replace('^.', ''))) continue;
    const described = field.path.startsWith('^.')
      ? inside(record, field.path.slice(2))
      : elements.map((element) => inside(element, field.path)).find((found) => found !== undefined);
    const name = `${stream.id}.${id}`;
    if (!described) {
      if (!ADDED_SINCE[name]) found.push(`${name}: there is no ${field.path}`);
    } else if (!field.pick && ![...COMES_AS[field.type], TOLD_AS[name]].includes(described.type ?? ''))
      found.push(`${name}: ${field.path} is ${described.type}, read as ${field.type}`);
  }

  const query = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  const body = operation.requestBody?.content['application/json']?.schema;
  const ids = endpoint.kind === 'whole' ? endpoint.ids : undefined;
  const knows = (name: string) => (endpoint.method === 'POST' ? inside(body, name) : query.includes(name));
  const cut = endpoint.kind === 'whole' ? endpoint.cut : undefined;
  const bounded = (...names: string[]) => {
    for (const name of names) if (!knows(name)) found.push(`there is no bound ${name}`);
  };
  if (cut) bounded(cut.since, cut.until);
  if (endpoint.kind === 'whole' && endpoint.today) bounded(endpoint.today.since, endpoint.today.until);
  if (endpoint.kind === 'daily') {
    if (endpoint.detail)
      for (const name of Object.keys(endpoint.detail.query))
        if (!detailKnows(endpoint.detail.path, name)) found.push(`there is no parameter ${name}`);
    bounded(...[endpoint.since, endpoint.until].filter((bound) => bound !== undefined));
    if (endpoint.latestPath !== '' && !inside(data, endpoint.latestPath))
      found.push(`there is no ${endpoint.latestPath}`);
  }
  for (const name of Object.keys(endpoint.query ?? {}))
    if (!query.includes(name)) found.push(`there is no parameter ${name}`);
  for (const name of [...Object.keys(endpoint.body ?? {}), ...(ids ? [ids.parameter] : [])])
    if (!inside(body, name)) found.push(`there is no ${name} in the body`);
  for (const { since, until, field, order } of endpoint.kind === 'timed'
    ? Object.values(endpoint.windows)
    : []) {
    bounded(since, until);
    if (!inside(record, field)) found.push(`there is no ${field}`);
    for (const name of Object.keys(order))
      if (!query.includes(name)) found.push(`there is no order by ${name}`);
  }
  if (endpoint.pageSize > 0) {
    for (const name of ['page_size', 'page_token'])
      if (endpoint.pageIn === 'body' ? !inside(body, name) : !query.includes(name))
        found.push(`there is no parameter ${name}`);
    if (!inside(data, 'next_page_token')) found.push('there is no next_page_token');
  }
  return found;
}

import type { DailyEndpoint, Stream, TimedEndpoint } from '../../src/server/core/stream';
import { streams } from '../../src/server/streams';
import { orderSearch } from '../../src/server/streams/orders-endpoint';
import { ADDED_SINCE, undescribed } from './described';

const ALL = Object.entries(streams) as [string, Stream][];
const orders: Stream = streams.orders;
const endpoint = orderSearch;
const searched = (change: Partial<TimedEndpoint>): Stream => ({
  ...orders,
  endpoint: { ...endpoint, ...change },
});
const daily: Stream = streams.shop_performance;
const asked = (change: Partial<DailyEndpoint>): Stream => ({
  ...daily,
  endpoint: { ...(daily.endpoint as DailyEndpoint), ...change },
});
const withField = (id: string, change: object): Stream => ({
  ...orders,
  fields: { ...orders.fields, [id]: { ...orders.fields['order_id']!, ...change } },
});

describe.each(ALL)('the stream %s', (id, stream) => {
  test('is listed under its own id', () => {
    expect(stream.id).toBe(id);
  });

  test('asks for and reads nothing that TikTok’s description does not know', () => {
    expect(undescribed(stream)).toEqual([]);
  });

  test('has a label and a sentence for every field, and an id as TikTok would write it', () => {
    for (const [field, { label, about, path }] of Object.entries(stream.fields)) {
      expect(field).toMatch(/^[a-z][a-z0-9_]*$/);
      expect([field, label]).toEqual([field, expect.stringMatching(/^\S.*\S$/)]);
      expect([field, about]).toEqual([field, expect.stringMatching(/^\S.*\.$/s)]);
      expect(path).not.toBe('');
    }
  });

  test('tells its fields apart by their labels', () => {
    const labels = Object.values(stream.fields).map(({ label }) => label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  test('stores no name, phone number, address or e-mail of a buyer', () => {
    for (const { path } of Object.values(stream.fields))
      expect(path).not.toMatch(
        /phone|email|nickname|full_address|address_line|postal|first_name|buyer_message|cpf/,
      );
    for (const { path, type } of Object.values(stream.fields))
      if (/user_id/.test(path)) expect(type).toBe('hash');
  });
});

test('what was added since the published files is still not in them: else the list is out of date', () => {
  for (const name of Object.keys(ADDED_SINCE)) {
    const [id = '', field = ''] = name.split('.');
    const stream = streams[id as 'orders'] as Stream;
    const renamed = { ...stream, id: 'other', fields: { [field]: stream.fields[field]! } };
    expect(undescribed(renamed)).toEqual([`other.${field}: there is no ${stream.fields[field]!.path}`]);
  }
});

describe('a planted fault is found', () => {
  test.each<[string, Stream, string]>([
    [
      'an unknown endpoint',
      searched({ path: '/order/209901/orders' }),
      'POST /order/209901/orders is not described',
    ],
    ['the wrong method', searched({ method: 'GET' }), 'GET /order/202309/orders/search is not described'],
    ['the wrong list', searched({ records: 'order_list' }), 'there is no list data.order_list'],
    ['the wrong inner list', { ...orders, explode: 'items' }, 'there is no list items'],
    ['an unknown id', searched({ idPath: 'order_id' }), 'there is no order_id'],
    ['an unknown time', { ...orders, updatedPath: 'updated' }, 'there is no updated'],
    ['an unknown field', withField('x', { path: 'payment.totl' }), 'orders.x: there is no payment.totl'],
    [
      'a field of another type',
      withField('x', { path: 'create_time' }),
      'orders.x: create_time is integer, read as id',
    ],
    [
      'an unknown bound',
      searched({ windows: { created: { ...endpoint.windows.created!, since: 'create_time_gt' } } }),
      'there is no bound create_time_gt',
    ],
    [
      'an unknown order',
      searched({ windows: { created: { ...endpoint.windows.created!, order: { sort_by: 'create_time' } } } }),
      'there is no order by sort_by',
    ],
    ['an unknown first day', asked({ since: 'start_date' }), 'there is no bound start_date'],
    ['an unknown day', asked({ dayPath: 'date' }), 'there is no date'],
    ['an unknown last day', asked({ latestPath: 'latest' }), 'there is no latest'],
    ['an unknown granularity', asked({ query: { step: '1D' } }), 'there is no parameter step'],
  ])('%s', (_what, stream, fault) => {
    expect(undescribed(stream)).toEqual([fault]);
  });
});

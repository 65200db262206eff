import { KNOWN_DIFFERENCES } from '../../dev/openapi/known-differences';
import { validateAnswer, validateRequest } from '../../dev/openapi/validate';

const SEARCH = '/order/202309/orders/search';
const envelope = (data: unknown) => ({ code: 0, message: 'Success', request_id: '1', data });
const search = (order: unknown) => envelope({ orders: [order], next_page_token: '', total_count: 1 });

describe('an answer', () => {
  test('that the description allows has no problem', () => {
    expect(validateAnswer('POST', SEARCH, search({ id: '1', line_items: [{ id: '2' }] }))).toEqual([]);
  });

  test.each([
    ['an unknown key', search({ id: '1', colour: 'red' }), 'answer/data/orders/0 has the unknown key colour'],
    ['a number for a text', search({ id: 1 }), 'answer/data/orders/0/id must be string'],
    ['a text for a number', search({ create_time: '1' }), 'answer/data/orders/0/create_time must be integer'],
    [
      'milliseconds with a fraction',
      search({ create_time: 1.5 }),
      'answer/data/orders/0/create_time must be integer',
    ],
    ['a null', search({ paid_time: null }), 'answer/data/orders/0/paid_time must be integer'],
    ['a list for an object', search({ payment: [] }), 'answer/data/orders/0/payment must be object'],
    [
      'something unknown deep down',
      search({ line_items: [{ item_tax: [{ rate: '1' }] }] }),
      'answer/data/orders/0/line_items/0/item_tax/0 has the unknown key rate',
    ],
    ['no object at all', [], 'answer must be object'],
    ['a success with null data', envelope(null), 'answer/data must be object'],
  ])('with %s has one', (_what, body, problem) => {
    expect(validateAnswer('POST', SEARCH, body)).toEqual([problem]);
  });

  test('of a path with placeholders is found by its concrete path', () => {
    const path = '/order/202407/orders/576461413038785752/price_detail';
    expect(validateAnswer('GET', path, envelope({ currency: 'USD' }))).toEqual([]);
    expect(validateAnswer('GET', path, envelope({ nothing: 'USD' }))).toHaveLength(1);
  });

  test('of an endpoint nobody described is a problem', () => {
    expect(validateAnswer('GET', '/order/209901/orders', envelope({}))).toEqual([
      'GET /order/209901/orders is not described',
    ]);
    expect(validateAnswer('GET', SEARCH, envelope({}))).toHaveLength(1);
  });
});

describe('a request', () => {
  const query = { page_size: '20', sort_order: 'ASC', app_key: 'a', sign: 'b', timestamp: '1' };
  const check = (more: Record<string, string>, body: unknown = {}) =>
    validateRequest('POST', SEARCH, { ...query, ...more }, body);

  test('as described has no problem', () => {
    expect(check({ shop_cipher: 'x' }, { create_time_ge: 1, warehouse_ids: ['1'] })).toEqual([]);
    expect(validateRequest('GET', '/order/202507/orders', { ids: '1,2', shop_cipher: 'x' })).toEqual([]);
  });

  test('needs its required parameters, of the right type, and no others', () => {
    expect(validateRequest('POST', SEARCH, {}, {})).toEqual(['query page_size is required']);
    expect(check({ page_size: 'ten' })).toEqual(['query page_size=ten is no integer']);
    expect(check({ shop_id: '' })).toEqual(['query shop_id is unknown']);
    expect(check({}, { create_time_gt: 1 })).toEqual(['request has the unknown key create_time_gt']);
    expect(check({}, { create_time_ge: '1' })).toEqual(['request/create_time_ge must be integer']);
    expect(validateRequest('GET', '/authorization/202309/shops', { shop_cipher: 'x' })).toEqual([
      'query shop_cipher is unknown',
    ]);
    expect(validateRequest('GET', '/authorization/202309/shops', {}, {})).toHaveLength(1);
  });
});

test('every known difference has a name and says who saw it', () => {
  for (const each of KNOWN_DIFFERENCES) {
    expect(each.name.length).toBeGreaterThan(10);
    expect(each.source.length).toBeGreaterThan(10);
  }
});

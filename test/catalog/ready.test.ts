import { READY } from '../../src/server/catalog/ready';

test('ids and names of ready-made reports are unique', () => {
  for (const key of ['id', 'name'] as const)
    expect(new Set(READY.map((one) => one[key])).size).toBe(READY.length);
});

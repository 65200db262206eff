import { ann, ben, tiny } from './tiny-project';

const store = `function main(store, method, args) { const p = PropertiesService['get' + store + 'Properties']();
  const r = p[method](...args); return String(r) === 'Properties' ? 'itself' : r }`;

test('script, user and document properties are apart, and users are apart', () => {
  const { main, runtime, document } = tiny(store, { scriptProperties: { APP_KEY: 'k' } });
  expect(main(['Script', 'getProperty', ['APP_KEY']]).value).toBe('k');
  expect(main(['User', 'setProperty', ['a', '1']]).value).toBe('itself');
  main(['Document', 'setProperties', [{ b: '2', c: '3' }]]);
  expect(main(['User', 'getProperties', []]).value).toEqual({ a: '1' });
  expect(main(['User', 'getProperty', ['a']], { user: ben }).value).toBeNull();
  expect(main(['Document', 'getKeys', []], { user: ben }).value).toEqual(['b', 'c']);
  main(['Document', 'deleteProperty', ['b']]);
  main(['Document', 'setProperties', [{ d: '4' }, true]]);
  expect(runtime.properties({ document })).toEqual({ d: '4' });
  main(['User', 'deleteAllProperties', []]);
  expect(runtime.properties({ user: ann })).toEqual({});
});

test('a value may have 9 KB, counted in bytes, and a store 500 KB', () => {
  const { main } = tiny(store);
  expect(main(['User', 'setProperty', ['a', 'x'.repeat(9216)]]).error).toBeUndefined();
  expect(main(['User', 'setProperty', ['a', 'x'.repeat(9217)]]).error?.message).toBe(
    'Argument too large: value',
  );
  expect(main(['User', 'setProperty', ['a', 'é'.repeat(4609)]]).error?.message).toBe(
    'Argument too large: value',
  );
  const full = Object.fromEntries(Array.from({ length: 56 }, (_, i) => [`k${i}`, 'x'.repeat(9200)]));
  expect(main(['User', 'setProperties', [full]]).error?.message).toMatch(/property storage quota/);
  expect(main(['User', 'getKeys', []]).value).toEqual(['a']);
});

test('only text goes in', () => {
  const { main } = tiny(store);
  expect(main(['User', 'setProperty', ['a', 1]]).error?.message).toContain('(String,Number)');
  expect(main(['User', 'setProperties', [{ a: null }]]).error?.message).toContain(
    "don't match the method signature",
  );
});

test('reading and writing count against the day, which ends 24 hours after its first use', () => {
  const { main, runtime } = tiny(store);
  const state = JSON.parse(runtime.snapshot());
  state.quotas = { [ann]: { properties: { since: runtime.clock.now(), used: 49_999 } } };
  runtime.restore(JSON.stringify(state));
  expect(main(['User', 'getKeys', []]).error).toBeUndefined();
  expect(main(['User', 'getKeys', []]).error?.message).toBe(
    'Service invoked too many times for one day: properties.',
  );
  expect(main(['User', 'getKeys', []], { user: ben }).error).toBeUndefined();
  runtime.clock.advance(86_400_000);
  expect(main(['User', 'getKeys', []]).error).toBeUndefined();
});

test('the cache forgets after its time, refuses what is too large, and loses its oldest entries when full', () => {
  const { main, runtime } = tiny(`function main(what, n) { const c = CacheService.getUserCache();
    if (what === 'put') c.put('a', 'x'.repeat(n), 60);
    if (what === 'fill') for (let i = 0; i < n; i++) c.put('k' + i, '1');
    return [c.get('a'), c.get('k0'), c.get('k100'), c.get('k101')].map((v) => v && v.length) }`);
  expect(main(['put', 102_400]).value).toEqual([102_400, null, null, null]);
  expect(main(['put', 102_401]).error?.message).toBe('Argument too large: value');
  runtime.clock.advance(60_000);
  expect(main(['get']).value).toEqual([null, null, null, null]);
  expect(main(['fill', 1001]).value).toEqual([null, null, null, 1]);
});

test('locks: one holder at a time, waiting costs time, and the end of the execution frees them', () => {
  const { main, runtime } = tiny(
    `function main(ms) { const l = LockService.getScriptLock(); l.waitLock(ms); return l.hasLock() }`,
  );
  expect(main([10]).value).toBe(true);
  const waited = { from: 0, to: 0, message: '' };
  main([10], {
    hooks: {
      beforeCall: ({ method }) => {
        if (method !== 'hasLock') return;
        waited.from = runtime.clock.now();
        waited.message = main([5000], { user: ben }).error?.message ?? '';
        waited.to = runtime.clock.now();
      },
    },
  });
  expect(waited.message).toBe('Lock timeout: another process was holding the lock for too long.');
  expect(waited.to - waited.from).toBeGreaterThanOrEqual(5000);
});

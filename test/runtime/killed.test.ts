import { ann, start, tiny } from './tiny-project';

const cleanUp = `function main() {
  const p = PropertiesService.getUserProperties();
  const lock = LockService.getUserLock();
  lock.waitLock(1000);
  try { p.setProperty('a', '1'); p.setProperty('b', '2'); return 'done' }
  catch (e) { p.setProperty('caught', String(e)); return 'caught' }
  finally { p.setProperty('finally', '1'); lock.releaseLock() }
}`;

test('killed before its n-th call, an execution leaves only the effects of the calls before', () => {
  const whole = tiny(cleanUp).main();
  expect(whole.value).toBe('done');
  const left = whole.calls.map(({ n }) => {
    const { main, runtime } = tiny(cleanUp);
    const killed = main([], { killAt: n });
    expect(killed).toMatchObject({ killed: true });
    expect(killed).not.toHaveProperty('value');
    expect(killed.calls).toHaveLength(n);
    return Object.keys(runtime.properties({ user: ann })).join(' ');
  });
  expect(left).toEqual(['', '', '', '', 'a', 'a b', 'a b finally']);
});

test('a lock is free again after its holder was killed', () => {
  const { main } = tiny(cleanUp);
  main([], { killAt: 5 });
  expect(main().value).toBe('done');
});

test('after six minutes of virtual time an execution ends, and its clean-up has no effect', () => {
  const { main, runtime } =
    tiny(`function main() { const p = PropertiesService.getUserProperties(); let n = 0;
    try { for (;;) { Utilities.sleep(60000); n++ } }
    finally { console.log(n); p.setProperty('finally', '1') } }`);
  expect(main()).toMatchObject({
    killed: true,
    error: { message: 'Exceeded maximum execution time' },
    log: [],
  });
  expect(runtime.clock.now()).toBe(start + 360_000);
  expect(runtime.properties({ user: ann })).toEqual({});
});

test('opening a file and custom functions have thirty seconds', () => {
  const { main } = tiny('function main() { Utilities.sleep(20000); Utilities.sleep(20000) }');
  expect(main([], { source: 'open' })).toMatchObject({ killed: true, endedAt: start + 30_000 });
  expect(main([], { source: 'formula' })).toMatchObject({ killed: true });
  expect(main([], { limitMs: 50_000 })).toMatchObject({ killed: false });
});

test('a hook can let another run happen in the middle, with the lock held', () => {
  const { main } = tiny(`function main(tag) {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(5000)) return 'busy';
    const s = PropertiesService.getScriptProperties();
    s.setProperty('by', tag);
    return s.getProperty('by') }`);
  let other: unknown;
  const mine = main(['mine'], {
    hooks: {
      beforeCall: ({ method }) => {
        if (method === 'setProperty') other = main(['theirs']).value;
      },
    },
  });
  expect([mine.value, other]).toEqual(['mine', 'busy']);
});

test('a hook can make any call fail', () => {
  const { main, runtime } = tiny(`function main() { const p = PropertiesService.getUserProperties();
    try { p.setProperty('a', '1') } catch (e) { return e.name + ': ' + e.message } }`);
  const failed = main([], {
    hooks: {
      beforeCall: ({ method }) => {
        if (method === 'setProperty') throw new Error('Service error');
      },
    },
  });
  expect(failed.value).toBe('Exception: Service error');
  expect(runtime.properties({ user: ann })).toEqual({});
});

test('calls tell what they were, whether they write, when they began and what they cost', () => {
  const { main } = tiny(`function main() { PropertiesService.getUserProperties().setProperty('a', '1') }`);
  expect(main().calls[1]).toEqual({
    n: 2,
    service: 'Properties',
    method: 'setProperty',
    args: '"a", "1"',
    writes: true,
    costMs: 40,
    at: start + 1,
  });
});

import fc from 'fast-check';
import {
  finishJob,
  LOOK_BACK,
  nextPull,
  noCoverage,
  type Stretch,
  union,
  without,
} from '../../src/server/app/sync-plan';
import { type Life, SyncModel } from './sync-model';

const stretch = (max: number): fc.Arbitrary<Stretch> => fc.tuple(fc.nat({ max }), fc.nat({ max }));
const contains = (list: readonly Stretch[], at: number) =>
  list.some(([since, until]) => at >= since && at < until);

describe('stretches', () => {
  test('joined hold the same instants, in order, without touching', () => {
    fc.assert(
      fc.property(fc.array(stretch(30), { maxLength: 8 }), (list) => {
        const before = JSON.stringify(list);
        const joined = union(list);
        for (let at = 0; at <= 30; at++) expect(contains(joined, at)).toBe(contains(list, at));
        for (let i = 1; i < joined.length; i++) expect(joined[i]![0]).toBeGreaterThan(joined[i - 1]![1]);
        expect(union(joined)).toEqual(joined);
        expect(JSON.stringify(list)).toBe(before);
      }),
    );
  });

  test('left open are those instants of one that no other holds', () => {
    fc.assert(
      fc.property(stretch(30), fc.array(stretch(30), { maxLength: 8 }), (one, others) => {
        const open = without(one, others);
        for (let at = 0; at <= 30; at++)
          expect(contains(open, at)).toBe(contains([one], at) && !contains(others, at));
        expect(union(open)).toEqual(open);
      }),
    );
  });
});

describe('the next pull', () => {
  const DAY = 86_400;
  const NOW = 1_000_000_000;

  test('of an empty store reads the wanted days by creation, and older records that changed since', () => {
    const job = nextPull(noCoverage(), [NOW - DAY, NOW + DAY], NOW)!;
    expect(job.pull.windows).toEqual([
      { kind: 'created', since: NOW - DAY, until: NOW },
      { kind: 'updated', since: NOW - DAY, until: NOW, createdBefore: NOW - DAY },
    ]);
    expect(job).toMatchObject({ covers: [[NOW - DAY, NOW]], watermark: NOW });
  });

  test('reads the last days first', () => {
    const { windows } = nextPull(noCoverage(), [NOW - 90 * DAY, NOW], NOW)!.pull;
    expect(windows[0]!.until).toBe(NOW);
    expect(windows.filter(({ kind }) => kind === 'created').length).toBeGreaterThan(1);
  });

  test('of a store that is up to date reads only what changed, with a look-back', () => {
    const covered = finishJob({ ...noCoverage(), job: nextPull(noCoverage(), [NOW - DAY, NOW], NOW) });
    expect(nextPull(covered, [NOW - DAY, NOW], NOW + 30)).toBeNull();
    expect(nextPull(covered, [NOW - DAY, NOW + DAY], NOW + 600)!.pull.windows).toEqual([
      { kind: 'updated', since: NOW - LOOK_BACK, until: NOW + 600 },
    ]);
  });

  test('of a list without windows of changes reads again what was created while it may still change', () => {
    const week = 7 * DAY;
    const first = nextPull(noCoverage(), [NOW - DAY, NOW], NOW, week)!;
    expect(first.pull.windows).toEqual([{ kind: 'created', since: NOW - DAY, until: NOW }]);
    const covered = finishJob({ ...noCoverage(), job: first });
    expect(nextPull(covered, [NOW - DAY, NOW + DAY], NOW + 600, week)!.pull.windows).toEqual([
      { kind: 'created', since: NOW - week, until: NOW + 600 },
    ]);
  });

  test('of earlier days leaves alone what is there, and asks for no old changes where the days before are known', () => {
    const covered = { covered: [[100, 200]] as Stretch[], watermark: NOW, job: null };
    expect(nextPull(covered, [100, 300], NOW)!.pull.windows).toEqual([
      { kind: 'created', since: 200, until: 300 },
    ]);
    expect(nextPull(covered, [50, 150], NOW)!.pull.windows).toEqual([
      { kind: 'created', since: 50, until: 100 },
      { kind: 'updated', since: 50, until: NOW, createdBefore: 50 },
    ]);
  });

  test('of days to come has nothing to read', () => {
    expect(nextPull(noCoverage(), [NOW + DAY, NOW + 2 * DAY], NOW)).toBeNull();
  });
});

const SPAN = 20_000;
const event = (maxDelay: number) =>
  fc.record({ at: fc.integer({ min: 1, max: SPAN }), delay: fc.nat({ max: maxDelay }) });
const lives = (maxDelay: number): fc.Arbitrary<Life[]> =>
  fc
    .array(fc.uniqueArray(event(maxDelay), { minLength: 1, maxLength: 5, selector: ({ at }) => at }), {
      maxLength: 25,
    })
    .map((all) => all.map((events, id) => ({ id, events: events.sort((a, b) => a.at - b.at) })));
const steps = fc.array(
  fc.record({
    pause: fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 5000 })),
    wanted: fc
      .tuple(fc.nat({ max: SPAN }), fc.nat({ max: SPAN }))
      .map(([a, b]): Stretch => [Math.min(a, b), Math.max(a, b)]),
    windows: fc.integer({ min: 0, max: 6 }),
    secondsEach: fc.nat({ max: 200 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test('whatever is asked for and whenever: right after each sync, coverage claims nothing that the store lacks', () => {
  fc.assert(
    fc.property(lives(0), steps, fc.integer({ min: 1, max: SPAN }), (world, all, start) => {
      const model = new SyncModel(world, start);
      for (const { pause, wanted } of all) {
        model.now += pause;
        model.sync(wanted, Number.POSITIVE_INFINITY, 0);
        expect(model.broken()).toEqual([]);
        const { covered, watermark } = model.coverage;
        // A shop without any wanted past has not been read yet.
        if (watermark === null) continue;
        expect(model.now - watermark).toBeLessThan(60);
        expect(without([wanted[0], Math.min(wanted[1], watermark)], covered)).toEqual([]);
      }
    }),
    { numRuns: 600 },
  );
});

test('records that change while they are read, late sightings and killed runs are all made good by the next sync', () => {
  fc.assert(
    fc.property(lives(LOOK_BACK - 1), steps, fc.integer({ min: 1, max: SPAN }), (world, all, start) => {
      const model = new SyncModel(world, start);
      for (const { pause, wanted, windows, secondsEach } of all) {
        model.now += pause;
        model.sync(wanted, windows, secondsEach);
      }
      const { wanted } = all.at(-1)!;
      model.sync(wanted, Number.POSITIVE_INFINITY, 0);
      model.now += LOOK_BACK;
      model.sync(wanted, Number.POSITIVE_INFINITY, 0);
      // What happened within the look-back may not be visible yet.
      const settled = model.now - LOOK_BACK;
      expect(model.broken().filter(({ life }) => life.events.every(({ at }) => at < settled))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test('a backfill beside the syncs of reports, cut off anywhere, claims nothing that the store lacks once both are through', () => {
  const parts = fc.array(fc.tuple(steps, fc.boolean()), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lives(LOOK_BACK - 1), parts, fc.integer({ min: 1, max: SPAN }), (world, all, start) => {
      const model = new SyncModel(world, start);
      for (const [list, past] of all)
        for (const { pause, wanted, windows, secondsEach } of list) {
          model.now += pause;
          model.sync(wanted, windows, secondsEach, past ? 'backfill' : 'job');
        }
      const { wanted } = all.at(-1)![0].at(-1)!;
      model.sync(wanted, Number.POSITIVE_INFINITY, 0, 'backfill');
      model.sync(wanted, Number.POSITIVE_INFINITY, 0);
      model.now += LOOK_BACK;
      model.sync(wanted, Number.POSITIVE_INFINITY, 0);
      const settled = model.now - LOOK_BACK;
      expect(model.broken().filter(({ life }) => life.events.every(({ at }) => at < settled))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test('the model can tell: a plan without look-back, or without older changes, is found out', () => {
  const late: Life[] = [{ id: 1, events: [{ at: 990, delay: 300 }] }];
  const hasty = new SyncModel(late, 1000);
  hasty.sync([0, 2000], Number.POSITIVE_INFINITY, 0);
  hasty.now = 2000;
  hasty.coverage.job = {
    ...nextPull(hasty.coverage, [0, 2000], 2000)!,
    pull: { ...nextPull(hasty.coverage, [0, 2000], 2000)!.pull, windows: [] },
  };
  hasty.sync([0, 2000], Number.POSITIVE_INFINITY, 0);
  expect(hasty.broken()).toHaveLength(1);

  const changed: Life[] = [
    {
      id: 1,
      events: [
        { at: 10, delay: 0 },
        { at: 150, delay: 0 },
      ],
    },
  ];
  const forgetful = new SyncModel(changed, 1000);
  forgetful.coverage.job = nextPull(forgetful.coverage, [100, 200], 1000);
  forgetful.coverage.job!.pull.windows.pop();
  forgetful.sync([100, 200], Number.POSITIVE_INFINITY, 0);
  expect(forgetful.broken()).toHaveLength(1);
});

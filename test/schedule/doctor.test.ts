// What is wrong with a trigger is found, and mended, by whoever opens the sidebar or uses Refresh.
import { ANN, BEN, DAY, type Desk, HOUR, openDesk } from './desk';

const start = Date.UTC(2026, 9, 20, 9, 10);
const hourly = { every: 'hour' } as const;

const triggersOf = (desk: Desk, user = ANN) =>
  desk.runtime.triggers().filter((trigger) => trigger.user === user && !trigger.disabled);

const opened: [string, (desk: Desk) => void][] = [
  ['the sidebar', (desk) => desk.overview()],
  ['Refresh', (desk) => desk.runtime.clickMenu(desk.document, ANN, 'Refresh TikTok Shop')],
];

describe.each(opened)('mended by %s:', (_, open) => {
  test('an absent trigger', () => {
    const desk = openDesk(start);
    desk.schedule('Hourly', hourly);
    desk.meddle((state) => {
      state.triggers = [];
    });
    expect(desk.tick(DAY)).toEqual([]);
    open(desk);
    expect(triggersOf(desk)).toHaveLength(1);
    expect(desk.overview().schedules!.problem).toBeNull();
    expect(desk.tick(HOUR)).toHaveLength(1);
  });

  test('a duplicated trigger', () => {
    const desk = openDesk(start, { installedAs: 'bound' });
    desk.schedule('Hourly', hourly);
    desk.meddle((state) => {
      state.triggers.push({ ...state.triggers[0]!, uid: '42' });
    });
    open(desk);
    expect(triggersOf(desk)).toHaveLength(1);
  });

  test('a disabled trigger, known by a day of silence', () => {
    const desk = openDesk(start);
    desk.schedule('Hourly', hourly);
    desk.meddle((state) => {
      for (const trigger of state.triggers) trigger.disabled = true;
    });
    desk.runtime.clock.advance(DAY);
    open(desk);
    expect(triggersOf(desk)).toHaveLength(0);
    desk.runtime.clock.advance(4 * HOUR);
    open(desk);
    expect(triggersOf(desk)).toHaveLength(1);
    expect(desk.runtime.triggers()).toHaveLength(1);
  });

  test('a trigger that nobody needs any more', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Hourly', hourly);
    desk.meddle((state) => {
      const properties = state.documentProperties[desk.document]!;
      delete properties[`report.${id}`];
      delete properties[`owner.${id}`];
    });
    open(desk);
    expect(desk.runtime.triggers()).toEqual([]);
  });
});

test('a week without anything to do is no silence: the trigger stays the same', () => {
  const desk = openDesk(start);
  desk.schedule('Weekly', { every: 'week', weekday: 0, hour: 7, zone: 'UTC' });
  const [before] = triggersOf(desk);
  for (let day = 0; day < 20; day++) {
    desk.runtime.clock.advance(DAY);
    desk.tick();
  }
  desk.overview();
  expect(triggersOf(desk).map(({ uid }) => uid)).toEqual([before!.uid]);
});

test('the dispatcher itself mends nothing and makes no trigger', () => {
  const desk = openDesk(start, { installedAs: 'bound' });
  desk.schedule('Hourly', hourly);
  desk.meddle((state) => {
    state.triggers.push({ ...state.triggers[0]!, uid: '42' });
  });
  const executions = desk.tick(2 * HOUR);
  expect(executions).toHaveLength(4);
  for (const { calls } of executions)
    expect(calls.filter(({ method }) => method === 'create' || method === 'deleteTrigger')).toEqual([]);
  expect(desk.runtime.triggers()).toHaveLength(2);
});

test('where Google allows no more triggers, the sidebar says so, and the run itself succeeds', () => {
  const desk = openDesk(start);
  for (let i = 0; i < 20; i++)
    desk.meddle((state) => {
      state.triggers.push({
        uid: String(i),
        functionName: 'other',
        user: ANN,
        document: `elsewhere${i}`,
        disabled: false,
        createdAt: start,
        dueAt: start + 1e12,
        every: HOUR,
      });
    });
  desk.schedule('Hourly', hourly);
  const { schedules, reports } = desk.overview();
  expect(schedules!.problem).toMatchObject({ code: 'trigger_limit' });
  expect(reports[0]!.lastRun).not.toBeNull();
});

test('authorization lost: the trigger notes it and touches nothing, the sidebar says so until it is given back', () => {
  const desk = openDesk(start);
  desk.schedule('Hourly', hourly);
  desk.runtime.setAuthorized(ANN, false);
  const fired = desk.tick(3 * HOUR);
  expect(fired).toHaveLength(3);
  for (const { error, calls } of fired) {
    expect(error).toBeUndefined();
    expect(calls.some(({ service }) => service === 'Spreadsheet' || service === 'Range')).toBe(false);
  }
  expect(JSON.parse(desk.runtime.properties({ user: ANN }).usage!).noConsent).toBe(true);
  desk.runtime.setAuthorized(ANN, true);
  desk.tick(HOUR);
  expect(desk.overview().schedules!.problem).toBeNull();
  expect(desk.unattended()).toHaveLength(1);
});

describe('two editors', () => {
  test('each trigger refreshes the reports of its owner; both see whose they are', () => {
    const desk = openDesk(start);
    const annsId = desk.schedule('Ann’s', hourly, {}, ANN);
    const bensId = desk.schedule('Ben’s', hourly, {}, BEN);
    const ownersFor = (user: string) =>
      Object.fromEntries(
        desk
          .overview(user)
          .schedules!.reports.map(({ reportId, owner, ownerName }) => [reportId, `${owner} ${ownerName}`]),
      );
    expect(ownersFor(ANN)).toEqual({ [annsId]: `you ${ANN}`, [bensId]: `other ${BEN}` });
    expect(ownersFor(BEN)).toEqual({ [annsId]: `other ${ANN}`, [bensId]: `you ${BEN}` });
    desk.tick(HOUR);
    expect(
      desk
        .unattended()
        .map(({ report }) => report)
        .sort(),
    ).toEqual(['Ann’s', 'Ben’s']);
  });

  test('opening the sidebar or running another’s report takes nothing over', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Ann’s', hourly, {}, ANN);
    desk.overview(BEN);
    let run = desk.call('startRun', { reportId: id }, BEN);
    while (!run.finished) run = desk.call('continueRun', { runId: run.id }, BEN);
    expect(desk.overview(BEN).schedules!.reports).toMatchObject([{ owner: 'other' }]);
    expect(triggersOf(desk, BEN)).toEqual([]);
  });

  test('taking over gives the taker a trigger; the other’s steps aside and then sleeps', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Ann’s', hourly, {}, ANN);
    desk.call('takeSchedule', { reportId: id }, BEN);
    expect(triggersOf(desk, BEN)).toHaveLength(1);
    const executions = desk.tick(3 * HOUR);
    expect(executions.map(({ user }) => user).sort()).toEqual([ANN, ANN, ANN, BEN, BEN, BEN]);
    expect(desk.unattended()).toHaveLength(3);
    const anns = executions.filter(({ user }) => user === ANN);
    expect(anns[1]!.calls.length).toBeLessThan(anns[0]!.calls.length);
    desk.overview(ANN);
    expect(triggersOf(desk, ANN)).toEqual([]);
    expect(desk.overview(ANN).schedules!.reports).toMatchObject([{ owner: 'other', ownerName: BEN }]);
  });

  test('changing the schedule makes it the changer’s', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Ann’s', hourly, {}, ANN);
    desk.call('setSchedule', { reportId: id, schedule: { every: 'day', hour: 5, zone: 'UTC' } }, BEN);
    expect(desk.overview(BEN).schedules!.reports).toMatchObject([{ owner: 'you' }]);
  });

  test('a schedule that nobody owns goes to an editor who can reach its shops', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Old', 'daily', {}, ANN);
    desk.meddle((state) => {
      delete state.documentProperties[desk.document]![`owner.${id}`];
    });
    expect(desk.overview(BEN).schedules!.reports).toMatchObject([{ owner: 'you' }]);
    const far = desk.schedule('Far', 'daily', { shops: ['7495000000000000001'] }, ANN);
    desk.meddle((state) => {
      delete state.documentProperties[desk.document]![`owner.${far}`];
    });
    const { reports } = desk.overview(BEN).schedules!;
    expect(reports.find(({ reportId }) => reportId === far)).toMatchObject({
      owner: 'nobody',
      ownerName: '',
    });
  });
});

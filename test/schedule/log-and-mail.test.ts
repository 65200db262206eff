// What the add-on tells of its runs: a line in the log each, and a mail where nobody looks.
import type { Execution } from '../../dev/runtime/types';
import { ANN, BROKEN, type Desk, HOUR, openDesk } from './desk';

const start = Date.UTC(2026, 9, 20, 9, 10);
const hourly = { every: 'hour' } as const;
const LOG = 'TikTok Shop log';
/** A shop that nobody is connected to. */
const FAR = { shops: ['7495000000000000001'] };

const log = (desk: Desk) => desk.runtime.document(desk.document).tab(LOG);

describe('run log', () => {
  test('tells of each run: when, what, by whom, how it went', () => {
    const desk = openDesk(start);
    desk.schedule('Sales', hourly);
    desk.schedule('Broken', 'none', BROKEN);
    desk.runtime.clickMenu(desk.document, ANN, 'Refresh TikTok Shop');
    desk.tick(HOUR);
    const lines = desk.call('runLog', null);
    expect(lines.map(({ report, trigger, outcome }) => `${report} ${trigger} ${outcome}`)).toEqual([
      'Sales schedule done',
      ...['Broken menu failed', 'Sales menu done'].sort((a) => (a.startsWith(lines[1]!.report) ? -1 : 1)),
      'Broken sidebar failed',
      'Sales sidebar done',
    ]);
    expect(lines[0]).toMatchObject({ shops: 'Sample Shop', rows: 1, calls: 0, problem: '', request: '' });
    expect(lines[3]!.problem).toMatch(/tab chosen for the report is gone/);
    expect(log(desk).hidden).toBe(true);
    expect(log(desk).lastRow).toBe(6);
  });

  test('a run of many slices has one line; one called off has its own', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Sales', 'none');
    const run = desk.call('startRun', { reportId: id });
    desk.call('cancelRun', { runId: run.id });
    expect(desk.call('runLog', null).map(({ outcome }) => outcome)).toEqual(['cancelled', 'done']);
  });

  test('keeps the last 200 runs as text, whatever a report is called; the sidebar gets the last 50', () => {
    const desk = openDesk(start);
    desk.schedule('=1+1', hourly);
    for (let row = 3; row <= 201; row++) {
      log(desk).type(`A${row}`, `2026-10-20T09:10:${String(row)}Z`);
      log(desk).type(`B${row}`, `Report ${row}`);
    }
    desk.tick(3 * HOUR);
    expect([log(desk).lastRow, log(desk).maxRows]).toEqual([201, 201]);
    expect(log(desk).cell('A1').value).toBe('Time');
    const names = log(desk)
      .values('B2:B201')
      .map(([name]) => String(name).trim());
    expect(names.slice(0, 2)).toEqual(['Report 5', 'Report 6']);
    expect(names.slice(-4)).toEqual(['Report 201', '=1+1', '=1+1', '=1+1']);
    expect(log(desk).formulas('A1:K201').flat().join('')).toBe('');
    const lines = desk.call('runLog', null);
    expect(lines.map(({ report }) => report.trim())).toEqual(names.slice(-50).reverse());
    expect(lines[0]).toMatchObject({ seconds: expect.any(Number), rows: 1, trigger: 'schedule' });
  });

  test('is written in one call and never makes a run fail', () => {
    const desk = openDesk(start);
    desk.schedule('Sales', hourly);
    /** What comes after the report's tab is done. */
    const afterTab = (calls: Execution['calls']) =>
      calls.slice(calls.findLastIndex(({ method }) => method === 'setNotes') + 1);
    const [written] = desk.tick(HOUR);
    expect(
      afterTab(written!.calls).filter(({ service, writes }) => service === 'Range' && writes),
    ).toMatchObject([{ method: 'setValues' }]);
    let tabDone = false;
    const [failed] = desk.tick(HOUR, {
      hooks: {
        beforeCall({ method }) {
          tabDone ||= method === 'setNotes';
          if (tabDone && method === 'setValues') throw new Error('Service Spreadsheets failed');
        },
      },
    });
    expect(failed!.error).toBeUndefined();
    expect(desk.unattended()).toHaveLength(1);
    expect(desk.overview().reports[0]!.lastProblem).toBeNull();
  });

  test('shown, renamed and moved by its reader, it is found again; deleted, it is made anew', () => {
    const desk = openDesk(start);
    desk.schedule('Sales', hourly);
    log(desk).setHidden(false);
    log(desk).rename('Protokoll');
    desk.tick(HOUR);
    const tab = desk.runtime.document(desk.document).tab('Protokoll');
    expect(tab.lastRow).toBe(3);
    expect(tab.hidden).toBe(false);
    tab.delete();
    desk.tick(HOUR);
    expect(log(desk).lastRow).toBe(2);
  });
});

describe('mail', () => {
  test('after the second failure in a row, at most once a day', () => {
    const desk = openDesk(start);
    desk.schedule('Broken', hourly, BROKEN);
    desk.tick(HOUR);
    expect(desk.runtime.mails()).toEqual([]);
    desk.tick(HOUR);
    expect(desk.runtime.mails()).toHaveLength(1);
    for (const hours of [1, 10, 12]) {
      desk.runtime.clock.advance(hours * HOUR);
      desk.tick();
    }
    expect(desk.runtime.mails()).toHaveLength(1);
    desk.tick(2 * HOUR);
    expect(desk.runtime.mails()).toHaveLength(2);
    const [mail] = desk.runtime.mails();
    expect(mail!.to).toBe(ANN);
    expect(mail!.subject).toContain('“Broken”');
    expect(mail!.body).toMatch(/“Sales” \(https:.*\)[\s\S]*Next step: Correct it and try again\./);
  });

  test('at once where the connection is gone', () => {
    const desk = openDesk(start);
    desk.schedule('Far', hourly, FAR);
    desk.tick(HOUR);
    expect(desk.runtime.mails()).toHaveLength(1);
    expect(desk.runtime.mails()[0]!.body).toMatch(/Next step: Connect/);
  });

  test('one mail a day for all reports and files of a user', () => {
    const desk = openDesk(start);
    desk.schedule('Far', hourly, FAR);
    desk.schedule('Farther', hourly, FAR);
    desk.tick(3 * HOUR);
    expect(desk.runtime.mails()).toHaveLength(1);
    // In whatever order: reports are listed by their ids, which are random.
    for (const name of [/^Far:/m, /^Farther:/m]) expect(desk.runtime.mails()[0]!.body).toMatch(name);
  });

  test('with no mail left for the day the log alone tells', () => {
    const desk = openDesk(start);
    desk.schedule('Far', hourly, FAR);
    desk.meddle((state) => {
      state.quotas[ANN] = { ...state.quotas[ANN], email: { since: start, used: 100 } };
    });
    const [dispatch] = desk.tick(HOUR);
    expect(dispatch!.error).toBeUndefined();
    expect(desk.runtime.mails()).toEqual([]);
    expect(desk.unattended()).toMatchObject([{ outcome: 'failed' }]);
  });

  test('a failure that was mended by hand begins to count anew', () => {
    const desk = openDesk(start);
    const id = desk.schedule('Broken', hourly, BROKEN);
    desk.tick(HOUR);
    const { definition } = desk.overview().reports[0]!;
    desk.schedule('Broken', hourly, { ...definition, id, target: { kind: 'new' } });
    expect(desk.overview().schedules!.reports).toMatchObject([{ failures: 0 }]);
    desk.tick(2 * HOUR);
    expect(desk.runtime.mails()).toEqual([]);
  });
});

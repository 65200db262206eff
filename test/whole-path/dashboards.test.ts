// Dashboards of the sample shop: tabs that formulas fill, driven by the cells on top.
import { DASHBOARDS, type DashboardId } from '../../src/shared/dashboard';
import { DAY, type Office, openOffice } from './office';

const NOW = Date.UTC(2026, 7, 1, 12);
let office: Office;
beforeAll(async () => {
  office = await openOffice('sample', { now: NOW });
});
afterAll(() => office.stop());

test('x', () => {
  for (const dashboard of DASHBOARDS) {
    const t = Date.now();
    let run = office.call('insertDashboard', { dashboard, shop: 'sample' });
    let n = 0;
    while (!run.finished) {
      const t2 = Date.now();
      try {
        run = office.call('continueRun', { runId: run.id });
      } catch (e) {
        console.log(JSON.stringify(office.executions.at(-1)!.log));
        throw e;
      }
      n++;
      console.log('slice', Date.now() - t2, office.executions.at(-1)!.calls.length, run.phase, run.done);
    }
    office.runtime.recalculate(office.document);
    const tab = office.runtime.document(office.document).tab(run.result!.sheetId);
    console.log(
      dashboard,
      n,
      Date.now() - t,
      run.result,
      tab
        .display('A1:Z50')
        .map((r) => r.join('|'))
        .join('\n'),
    );
    const errors = tab
      .formulas()
      .flatMap((row, r) =>
        row.map((f, c) =>
          f && tab.display()[r]![c]!.startsWith('#')
            ? f + ' ' + tab.cell(String.fromCharCode(65 + c) + (r + 1)).error
            : '',
        ),
      )
      .filter(Boolean);
    console.log(errors.join('\n'));
  }
});

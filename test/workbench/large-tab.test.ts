import type { Browser } from 'playwright-core';
import type { Run } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';
import { describeInBrowser, launchBrowser } from '../browser';
import { type Started, startWorkbench } from './started';
import { visit } from './visitor';

describeInBrowser('a tab with thousands of rows', () => {
  let browser: Browser;
  let workbench: Started;
  beforeAll(async () => {
    [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench('--orders', '10')]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), workbench?.stop()]);
  });

  test('has only the rows of the window in the document, and shows any of them on demand', async () => {
    const report: ReportInput = {
      ...{ name: 'Every order', shops: ['sample'], metrics: ['gmv'], dimensions: ['date', 'order_id'] },
      range: 'last_365_days',
    };
    let run = await call<Run>('startRun', { report });
    while (!run.finished) run = await call<Run>('continueRun', { runId: run.id });
    const rows = run.result!.rows;
    expect(rows).toBeGreaterThan(5000);

    const { page, tab, cell, complaints, screenshot } = await visit(browser, workbench.url);
    await tab('Every order').click();
    await cell('A2').waitFor();
    const name = page.getByLabel('Name box');
    for (const row of [rows + 1, 3000, 2]) {
      await name.fill(`B${row}`);
      await name.press('Enter');
      await page.locator(`[data-a1="B${row}"] .text`, { hasText: /^\d{17,19}$/ }).waitFor();
      expect(await page.getByRole('row').count()).toBeLessThan(80);
    }
    // The header stays, wherever one looks.
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 100_000));
    await cell('B4560').waitFor();
    expect(await cell('B1').isVisible()).toBe(true);
    await screenshot('large-tab');
    expect(complaints).toEqual([]);
  });

  /** As the sidebar calls, without the sidebar. */
  async function call<T>(name: string, input: unknown): Promise<T> {
    const response = await fetch(`${workbench.url}call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ functionName: 'rpc', args: [name, JSON.stringify(input)] }),
    });
    const { value } = (await response.json()) as { value: string };
    const reply = JSON.parse(value) as { ok: true; value: T } | { ok: false; problem: { text: string } };
    if (!reply.ok) throw new Error(reply.problem.text);
    return reply.value;
  }
});

// Mails about a report: alerts on its metrics, and its table.
import type { ReportInput } from '../../src/shared/report';
import { DAY, HOUR, type Office, OWNER, openOffice } from './office';

const NOW = Date.UTC(2026, 7, 1, 12);
const REPORT: ReportInput = {
  name: 'Sales <b> & "more"',
  shops: ['sample'],
  metrics: ['gmv', 'orders'],
  dimensions: ['date'],
  range: 'last_7_days',
};
type Alerts = NonNullable<ReportInput['alerts']>;

let office: Office;
let empty: string;
beforeAll(async () => {
  office = await openOffice('sample', { now: NOW });
  office.run(REPORT);
  empty = office.runtime.snapshot();
});
beforeEach(() => office.runtime.restore(empty));
afterAll(() => office.stop());

const total = (metric: string) =>
  Number(office.answer({ ...REPORT, metrics: [metric], dimensions: [] }).rows[0]?.[0]);
/** Mails after a run of the report with these alerts. */
const mailsOf = (alerts: Alerts, more: Partial<ReportInput> = {}) => {
  office.run({ ...REPORT, alerts, ...more });
  return office.runtime.mails();
};

test('a bound that is crossed is mailed with the metric’s total, one that is not is not', () => {
  const orders = total('orders');
  const [mail, ...others] = mailsOf([
    { metric: 'orders', kind: 'above', value: orders - 1 },
    { metric: 'orders', kind: 'above', value: orders },
    { metric: 'orders', kind: 'below', value: orders },
    { metric: 'gmv', kind: 'below', value: total('gmv') + 1 },
  ]);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: OWNER, subject: 'TikTok Shop alert: Sales <b> & "more"' });
  expect(mail?.body.split('\n').filter((line) => /^(Orders|GMV)/.test(line))).toEqual([
    `Orders is above ${orders - 1}: ${orders}.`,
    `GMV is below ${total('gmv') + 1}: ${total('gmv')} USD.`,
  ]);
});

test('nothing is mailed while all is as it should be', () => {
  expect(
    mailsOf([
      { metric: 'orders', kind: 'below', value: 1 },
      { metric: 'orders', kind: 'missing' },
      { metric: 'gmv', kind: 'falls', value: 99 },
      { metric: 'gmv', kind: 'rises', value: 900 },
    ]),
  ).toEqual([]);
});

test('a change against the period before is loaded, worked out and told with its direction', () => {
  const week = (range: string) =>
    Number(office.answer({ ...REPORT, metrics: ['gmv'], dimensions: [], range }).rows[0]?.[0]);
  const mails = mailsOf([
    { metric: 'gmv', kind: 'rises', value: 0 },
    { metric: 'gmv', kind: 'falls', value: 0 },
  ]);
  const change = (week('2026-07-25..2026-07-31') / week('2026-07-18..2026-07-24') - 1) * 100;
  const percent = Math.abs(Math.round(change * 10) / 10);
  expect(percent).toBeGreaterThan(0);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(
    `GMV ${change > 0 ? 'rose' : 'fell'} by ${percent} % against the period before: `,
  );
});

test('a last day without anything is told; of a day without anything to come, nothing', () => {
  const none = { field: 'order_status', operator: '=' as const, values: ['NO_SUCH_STATUS'] };
  const mails = mailsOf([{ metric: 'orders', kind: 'missing' }], { filters: [none] });
  expect(mails.map(({ body }) => body.split('\n')[2])).toEqual(['Orders: nothing on the last day.']);
});

test('one mail a day and report, whoever runs it how often', () => {
  const alerts: Alerts = [{ metric: 'orders', kind: 'above', value: 0 }];
  const { reportId } = office.run({ ...REPORT, alerts });
  office.run({ reportId });
  office.runtime.clock.advance(10 * HOUR);
  office.run({ reportId });
  expect(office.runtime.mails()).toHaveLength(1);
  office.runtime.clock.advance(3 * HOUR);
  office.run({ reportId });
  office.run({ ...REPORT, name: 'Another', alerts });
  expect(office.runtime.mails().map(({ subject }) => subject)).toEqual([
    'TikTok Shop alert: Sales <b> & "more"',
    'TikTok Shop alert: Sales <b> & "more"',
    'TikTok Shop alert: Another',
  ]);
});

test('an alert that was not sent, for want of mails, is sent with the next run', () => {
  const alerts: Alerts = [{ metric: 'orders', kind: 'above', value: 0 }];
  office.runtime.useUp(OWNER, 'email');
  const { reportId, problem } = office.run({ ...REPORT, alerts });
  expect(problem).toBeNull();
  expect(office.runtime.mails()).toEqual([]);
  office.runtime.clock.advance(DAY);
  office.run({ reportId });
  expect(office.runtime.mails()).toHaveLength(1);
});

test('the table is mailed after a scheduled run alone, with every text escaped', () => {
  const run = office.run({
    ...REPORT,
    metrics: ['sale_price', 'tax_rate'],
    dimensions: ['product_name'],
    mail: true,
    schedule: { every: 'day', hour: 15, zone: 'UTC' },
  });
  expect(office.runtime.mails()).toEqual([]);
  office.runtime.tick(5 * HOUR);
  const [mail, ...others] = office.runtime.mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('TikTok Shop report: Sales <b> & "more"');
  const { rows } = office.answer({
    ...REPORT,
    metrics: ['sale_price', 'tax_rate'],
    dimensions: ['product_name'],
  });
  expect(mail?.html?.match(/<tr>/g)).toHaveLength(Math.min(50, rows.length) + 1);
  expect(mail?.html).toContain('Sales &lt;b&gt; &amp; &quot;more&quot;');
  expect(mail?.html?.replace(/<\/?(div|h2|p|table|tr|td|th)( style="[^"<>&]*")?>/g, '')).not.toMatch(/[<>"]/);
  expect(mail?.html).toContain(`>${rows[0]?.[1]}<`);
  expect(mail?.html).toMatch(/>[\d.]+ %</);
  expect(run.result?.rows).toBe(rows.length);
});

test('an alert on a metric that there is none of is refused before anything is loaded', () => {
  const alerts: Alerts = [{ metric: 'no_such_metric', kind: 'missing' }];
  const reply = office.reply('startRun', { report: { ...REPORT, name: 'Wrong', alerts } });
  expect(reply).toMatchObject({ ok: false, problem: { text: expect.stringContaining('no_such_metric') } });
});

test('a condition without its number is named', () => {
  const alerts = [{ metric: 'gmv', kind: 'above' }] as unknown as Alerts;
  const reply = office.reply('startRun', { report: { ...REPORT, alerts } });
  expect(reply).toMatchObject({ ok: false, problem: { text: expect.stringMatching(/alerts\.0/) } });
});

import { isoDay, parseDay } from '../../../src/shared/day';
import { customRange } from '../../../src/sidebar/report/custom-range';
import { daysCompared, daysNow } from '../../../src/sidebar/report/days-now';
import type { Draft } from '../../../src/sidebar/report/draft';
import { firstDraft } from '../../../src/sidebar/report/first-draft';
import { choices, found } from '../../../src/sidebar/report/picker';
import { ownTimes, timesFor } from '../../../src/sidebar/report/times';
import { zonesFor } from '../../../src/sidebar/report/zones';
import { CATALOGUE, CONNECTED, EMPTY } from '../fixtures';

const draft = firstDraft(EMPTY, CATALOGUE, ['sample']);
const labels = (search: string) =>
  choices(CATALOGUE, draft, 'metric', search).flatMap((group) =>
    group.choices.map(({ field }) => field.label),
  );

test('fields come by group, in the order of the catalogue', () => {
  expect(choices(CATALOGUE, draft, 'dimension', '').map(({ label }) => label)).toEqual([
    'Time',
    'Shop',
    'Order',
    'Product',
    'Stock',
  ]);
});

test('every word of a search has to be found, in label, id, group or explanation', () => {
  expect(labels('order')).toEqual(['Orders', 'Paid orders', 'Average order value']);
  expect(labels('  PAID ord ')).toEqual(['Paid orders']);
  expect(labels('aov')).toEqual(['Average order value']);
  expect(labels('zebra')).toEqual([]);
});

test('a field that cannot join the chosen ones says why; the chosen ones never do', () => {
  const all = choices(CATALOGUE, draft, 'dimension', '').flatMap((group) => group.choices);
  expect(all.find(({ field }) => field.id === 'warehouse')?.barred).toContain("can't be split by Warehouse");
  expect(all.find(({ field }) => field.id === 'date')).toMatchObject({ chosen: true, barred: null });
  expect(all.find(({ field }) => field.id === 'week')?.barred).toBeNull();
});

test('what splits the columns is a dimension, one or two of them, and none that splits the rows', () => {
  const reason = (pivot: string[], id: string, kind: 'pivot' | 'dimension' = 'pivot') =>
    choices(CATALOGUE, { ...draft, pivot }, kind, '')
      .flatMap((group) => group.choices)
      .find(({ field }) => field.id === id)?.barred;
  expect(reason([], 'order_status')).toBeNull();
  expect(reason([], 'gmv')).toBeUndefined();
  expect(reason([], 'date')).toBe("Date can't split both rows and columns.");
  expect(reason(['date'], 'week')).toBeNull();
  expect(reason(['order_status'], 'order_status', 'dimension')).toBe(
    "Order status can't split both rows and columns.",
  );
  expect(reason(['week', 'order_status'], 'is_cod')).toBe('Columns can be split by one or two fields.');
  expect(reason([], 'warehouse')).toContain("can't be split by Warehouse");
});

test('ready-made reports are found by name, group and what they are about', () => {
  const names = (search: string) =>
    found(CATALOGUE.ready, search).flatMap((group) => group.choices.map(({ name }) => name));
  expect(found(CATALOGUE.ready, '').map(({ label }) => label)).toEqual(['Sales', 'Products']);
  expect(names('STATUS')).toEqual(['Sales by week and status']);
  expect(names('products ten')).toEqual(['Best-selling products']);
  expect(names('zebra')).toEqual([]);
});

test('a report can go by the times that all its metrics know, and says which each goes by on its own', () => {
  const both = { ...draft, metrics: ['gmv', 'items_sold', 'orders', 'customers'] };
  const { fit, others } = timesFor(both, CATALOGUE);
  expect(fit.map(({ id }) => id)).toEqual(['sales_time', 'create_time']);
  expect(others.map(({ id }) => id)).toEqual(['delivery_time']);
  expect(ownTimes(draft, CATALOGUE)).toBe('GMV, Customers: sales time. Orders: create time.');
});

test('what a range and its comparison mean today is said where it can be known', () => {
  const compared = (change: Partial<Draft>) => {
    const one = { ...draft, ...change };
    const now = daysNow(one, EMPTY);
    return now && [isoDay(now.since), isoDay((daysCompared(one, EMPTY) ?? now).since)];
  };
  const to = (preset: string) => ({ ...draft.compare, preset });
  const range = (preset: string) => ({ preset, from: '', to: '' });
  expect(compared({ compare: to('previous_period') })).toEqual(['2026-10-23', '2026-09-23']);
  expect(compared({ compare: to('last_year') })).toEqual(['2026-10-23', '2025-10-23']);
  expect(compared({ range: range('last_month'), compare: to('previous_period') })).toEqual([
    '2026-10-01',
    '2026-09-01',
  ]);
  expect(
    compared({ range: range('last_week'), options: { weekStart: 6 }, compare: to('same_weekdays') }),
  ).toEqual(['2026-11-15', '2025-11-16']);
  for (const preset of ['all', 'last_24_hours']) expect(compared({ range: range(preset) })).toBeNull();
  expect(compared({ zone: 'Asia/Jakarta' })).toBeNull();
});

test('zones are UTC, those of the chosen shops, and the one the report has', () => {
  const report = { ...draft, shops: ['7495000000000000002'], zone: 'Europe/London' };
  expect(zonesFor(report, CONNECTED)).toEqual([
    { id: 'UTC', label: 'UTC' },
    { id: 'Asia/Kuala_Lumpur', label: 'Asia/Kuala Lumpur – zone of Warung Batik MY' },
    { id: 'Europe/London', label: 'Europe/London' },
  ]);
});

test('custom days begin with those of the preset, and stay when a preset is tried in between', () => {
  const today = parseDay('2026-11-22');
  expect(customRange(draft.range, today)).toEqual({ preset: 'custom', from: '2026-10-23', to: '2026-11-21' });
  const chosen = { preset: 'last_month', from: '2026-01-01', to: '2026-01-02' };
  expect(customRange(chosen, today)).toEqual({ preset: 'custom' });
});

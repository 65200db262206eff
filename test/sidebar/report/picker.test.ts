import { parseDay } from '../../../src/shared/day';
import { customRange } from '../../../src/sidebar/report/custom-range';
import { firstDraft } from '../../../src/sidebar/report/first-draft';
import { choices } from '../../../src/sidebar/report/picker';
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

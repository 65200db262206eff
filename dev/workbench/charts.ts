// What the page needs to draw the charts of a tab.
import type { ChartView, TabView } from '../runtime/types';
import type { DrawnChart } from './wire';

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Lines that have a label; those below a table's end are empty. */
function chartOf(
  tab: TabView,
  { type, ranges, headers, options, row, column }: ChartView,
): DrawnChart | null {
  const [range = ''] = ranges;
  // A range of another tab is beyond this picture.
  if (range.includes('!')) return null;
  const shown = tab.display(range);
  const values = tab.values(range);
  const lines = shown.flatMap(([label = ''], i) => (i < headers || label === '' ? [] : [i]));
  const names = headers > 0 ? (shown[0] ?? []) : [];
  const width = shown[0]?.length ?? 0;
  return {
    type,
    title: String(options['title'] ?? ''),
    stacked: options['isStacked'] === true,
    row,
    column,
    width: Number(options['width'] ?? 600),
    height: Number(options['height'] ?? 371),
    labels: lines.map((i) => shown[i]?.[0] ?? ''),
    series: Array.from({ length: Math.max(0, width - 1) }, (_, i) => ({
      name: names[i + 1] ?? '',
      values: lines.map((line) => number(values[line]?.[i + 1])),
    })),
  };
}

export const chartsOf = (tab: TabView): DrawnChart[] =>
  tab.charts.flatMap((chart) => chartOf(tab, chart) ?? []);

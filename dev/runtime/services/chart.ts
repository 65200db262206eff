// Charts of a tab: a builder gathers ranges, options and a place; only `insertChart` puts the chart into the tab.
import { lookupCost } from '../costs';
import type { ChartState } from '../document/state';
import type { ExecutionContext } from '../execution-context';
import { pure, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import {
  documentOf,
  outsideError,
  type RangeKey,
  rangeHandle,
  type TabKey,
  tabOf,
  text,
  whole,
} from './receiver';

interface Builder extends Omit<ChartState, 'type' | 'ranges'> {
  type: string | null;
  ranges: RangeKey[];
  tab: number;
}

const BUILDER = 'SpreadsheetApp.EmbeddedChartBuilder';
const of = (context: ExecutionContext, key: unknown) => context.kept<Builder>(key, 'EmbeddedChartBuilder');
const chartOf = (context: ExecutionContext, key: unknown) => context.kept<Builder>(key, 'EmbeddedChart');

const builder = {
  setChartType: pure((context, key, type: { $enum?: string; name?: string }) => {
    if (type?.$enum !== 'ChartType') throw signatureMismatch(`${BUILDER}.setChartType`, [type]);
    of(context, key).type = type.name ?? null;
    return SELF;
  }),
  addRange: pure((context, key, range: { $ref?: string; $key: RangeKey }) => {
    if (range?.$ref !== 'Range') throw signatureMismatch(`${BUILDER}.addRange`, [range]);
    of(context, key).ranges.push(range.$key);
    return SELF;
  }),
  setNumHeaders: pure((context, key, headers: unknown) => {
    of(context, key).headers = whole(headers, `${BUILDER}.setNumHeaders`);
    return SELF;
  }),
  setOption: pure((context, key, option: unknown, value: unknown) => {
    of(context, key).options[text(option, `${BUILDER}.setOption`)] = value;
    return SELF;
  }),
  setPosition: pure((context, key, ...place: unknown[]) => {
    const [row = 0, column = 0, x = -1, y = -1] = place.map((value) =>
      whole(value, `${BUILDER}.setPosition`),
    );
    if (row < 1 || column < 1 || x < 0 || y < 0) throw signatureMismatch(`${BUILDER}.setPosition`, place);
    Object.assign(of(context, key), { row, column });
    return SELF;
  }),
  build: pure((context, key) => {
    const chart = of(context, key);
    if (chart.type === null) throw new ServiceError('A chart needs a type.');
    if (chart.ranges.length === 0) throw new ServiceError('A chart needs a range.');
    if (chart.row === 0) throw new ServiceError('A chart needs a position.');
    return context.keep('EmbeddedChart', {
      ...chart,
      ranges: [...chart.ranges],
      options: { ...chart.options },
    });
  }),
};

const embeddedChart = {
  getChartId: pure((context, key) => chartOf(context, key).id || null),
  getRanges: pure((context, key) =>
    chartOf(context, key).ranges.map((range) => rangeHandle(range.document, tabOf(context, range), range)),
  ),
};

export const chartMethodsOfSheet = service('read document', {
  newChart: pure((context, { tab }: TabKey) =>
    context.keep('EmbeddedChartBuilder', {
      id: 0,
      tab,
      type: null,
      ranges: [],
      headers: 0,
      options: {},
      row: 0,
      column: 0,
    } satisfies Builder),
  ),
  getCharts: read(
    (context, { document, tab }: TabKey) =>
      tabOf(context, { document, tab }).charts.map((chart) =>
        context.keep('EmbeddedChart', {
          ...chart,
          tab,
          ranges: chart.ranges.map((range) => ({ document, tab: range.tab, ...range.area })),
        } satisfies Builder),
      ),
    lookupCost,
  ),
  insertChart: {
    ...write((context, key: TabKey, chart: unknown) => {
      const { type, ranges, headers, options, row, column } = chartOf(context, chart);
      const tab = tabOf(context, key);
      if (row > tab.maxRows || column > tab.maxColumns) throw outsideError();
      tab.charts.push({
        id: documentOf(context, key).nextId++,
        type: type ?? '',
        ranges: ranges.map(({ tab: of, row, column, rows, columns }) => ({
          tab: of,
          area: { row, column, rows, columns },
        })),
        headers,
        options: { ...options },
        row,
        column,
      });
    }, 400),
    needs: 'write document',
  },
  removeChart: {
    ...write((context, key: TabKey, chart: unknown) => {
      const { id } = chartOf(context, chart);
      const tab = tabOf(context, key);
      if (!tab.charts.some((one) => one.id === id)) throw new ServiceError('The chart is not in this sheet.');
      tab.charts = tab.charts.filter((one) => one.id !== id);
    }, 200),
    needs: 'write document',
  },
});

export const chartServices = {
  Charts: {},
  EmbeddedChartBuilder: builder,
  EmbeddedChart: embeddedChart,
};

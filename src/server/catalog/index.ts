import type { Additivity, FieldInfo } from '../../shared/field';
import { basesOf, dimensionCompatible, metricCompatible } from '../core/compatible';
import {
  ADDITIVITY,
  type BaseMetric,
  type Catalog,
  type Dimension,
  type Home,
  type Metric,
} from '../core/metric';
import type { Stream } from '../core/stream';
import { streams } from '../streams';
import { derived } from './derived';
import { DIMENSIONS } from './dimensions';
import { METRICS } from './metrics';

const all: Stream[] = Object.values(streams);

/** Everything a report can ask for. */
export const catalog: Catalog = {
  streams,
  metrics: METRICS,
  dimensions: DIMENSIONS,
  derived,
  relations: all.flatMap(({ id, belongsTo = [] }) =>
    belongsTo.map(({ stream, key, parentKey, weight }) => ({
      child: id,
      parent: stream,
      childKey: key,
      parentKey,
      ...(weight === undefined ? {} : { weight }),
    })),
  ),
  rowTime: Object.fromEntries(
    all.flatMap(({ id, rowTime }) => (rowTime === undefined ? [] : [[id, rowTime]])),
  ),
};

const timeLabel = ({ stream, time }: BaseMetric): string =>
  derived[time as 'sales_time']
    ? time.replace('_', ' ')
    : (catalog.streams[stream]?.fields[time]?.label ?? time);

/** The times that place a metric: those of its parts where it is a difference. */
const timesOf = (id: string): string =>
  [...new Set(basesOf(catalog, id).map((base) => timeLabel(METRICS[base] as BaseMetric)))].join(', ');

/** Where a dimension's values come from. */
function sourceOf(dimension: Dimension): string {
  if (dimension.kind === 'time') return 'the metric’s own time';
  if (dimension.kind === 'shop') return `shops.${dimension.fact}`;
  const [{ stream, field }] = dimension.homes as [Home];
  return `${stream}.${catalog.streams[stream]?.fields[field]?.path.replace('^.', '')}`;
}

/** Rows of what others belong to are no longer apart once split by those: then they count once in each group. */
function additivityOf(metric: Metric): Additivity {
  const counted = metric.kind === 'rows' && catalog.relations.some(({ parent }) => parent === metric.stream);
  return counted ? 'unique' : ADDITIVITY[metric.kind];
}

/** What a picker shows, in the order of the catalogue: metrics, then dimensions. */
export function fieldInfos(): FieldInfo[] {
  const described = ({ label, group, type, about }: Metric | Dimension) => ({ label, group, type, about });
  const metrics = Object.entries(METRICS).map(
    ([id, metric]): FieldInfo => ({
      id,
      ...metricCompatible(catalog, id),
      ...described(metric),
      source: metric.formula,
      additivity: additivityOf(metric),
      ...(metric.kind === 'ratio' ? {} : { timeField: timesOf(id) }),
    }),
  );
  const dimensions = Object.entries(DIMENSIONS).map(
    ([id, dimension]): FieldInfo => ({
      id,
      ...dimensionCompatible(catalog, dimension),
      ...described(dimension),
      source: sourceOf(dimension),
    }),
  );
  return [...metrics, ...dimensions];
}

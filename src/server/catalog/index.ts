import type { FieldInfo } from '../../shared/field';
import type { Catalog, Dimension, Metric } from '../core/metric';
import type { Stream } from '../core/stream';
import { streams } from '../streams';
import { derived } from './derived';
import { DIMENSIONS } from './dimensions';
import { METRICS } from './metrics';

/** Everything a report can ask for. */
export const catalog: Catalog = {
  streams,
  metrics: METRICS,
  dimensions: DIMENSIONS,
  derived,
  relations: [
    {
      child: 'line_items',
      parent: 'orders',
      childKey: 'order_id',
      parentKey: 'order_id',
      weight: 'sale_price',
    },
  ],
  rowTime: { orders: 'create_time' },
};

/** Streams that a metric is counted on. */
function streamsOf(metric: Metric): string[] {
  if (metric.kind !== 'ratio') return [metric.stream];
  return [...new Set(metric.of.flatMap((part) => streamsOf(METRICS[part] as Metric)))];
}

function dimensionStreams(dimension: Dimension): string[] {
  if (dimension.kind !== 'field') return Object.keys(streams);
  const related = catalog.relations
    .filter(({ child, parent }) => child === dimension.stream || parent === dimension.stream)
    .flatMap(({ child, parent }) => [child, parent]);
  return [...new Set([dimension.stream, ...related])];
}

const timeLabel = (stream: string, time: string): string => {
  if (time === 'sales_time') return 'sales time';
  const own: Stream = streams[stream as 'orders'];
  return (own.fields[time] ?? streams.orders.fields[time as 'create_time'])?.label ?? time;
};

/** What a picker shows, in the order of the catalogue: metrics, then dimensions. */
export function fieldInfos(): FieldInfo[] {
  const infos: FieldInfo[] = Object.entries(METRICS).map(([id, metric]) => ({
    id,
    label: metric.label,
    kind: 'metric',
    group: metric.group,
    type: metric.type,
    about: metric.about,
    source: metric.formula,
    additivity:
      metric.kind === 'ratio'
        ? 'ratio'
        : metric.kind === 'distinct' || id.endsWith('orders')
          ? 'unique'
          : 'additive',
    ...(metric.kind === 'ratio' ? {} : { timeField: timeLabel(metric.stream, metric.time) }),
    streams: streamsOf(metric),
  }));
  for (const [id, dimension] of Object.entries(DIMENSIONS)) {
    const source =
      dimension.kind === 'field'
        ? `${dimension.stream}.${streams[dimension.stream as 'orders'].fields[dimension.field as 'order_id'].path.replace('^.', '')}`
        : dimension.kind === 'shop'
          ? `shops.${dimension.fact}`
          : 'the metric’s own time';
    infos.push({
      id,
      label: dimension.label,
      kind: 'dimension',
      group: dimension.group,
      type: dimension.type,
      about: dimension.about,
      source,
      streams: dimensionStreams(dimension),
    });
  }
  return infos;
}

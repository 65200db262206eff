import type { TimeInfo } from '../../shared/api';
import type { Additivity, FieldInfo } from '../../shared/field';
import { basesOf, dimensionCompatible, metricCompatible, timeDimension } from '../core/compatible';
import {
  ADDITIVITY,
  addsUp,
  type BaseMetric,
  type Catalog,
  type Dimension,
  type Home,
  type Metric,
} from '../core/metric';
import { pathOf } from '../core/normalise';
import type { Stream, StreamField } from '../core/stream';
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
    belongsTo.map(({ stream, key, parentKey = key, weight, within }) => ({
      child: id,
      parent: stream,
      childKey: key,
      parentKey,
      ...(weight === undefined ? {} : { weight }),
      ...(within === undefined ? {} : { within }),
    })),
  ),
  rowTime: Object.fromEntries(
    all.flatMap(({ id, rowTime }) => (rowTime === undefined ? [] : [[id, rowTime]])),
  ),
};

const timeLabel = ({ time }: BaseMetric): string =>
  derived[time]?.label ?? (derived[time] ? time.replace(/_/g, ' ') : (DIMENSIONS[time]?.label ?? time));

/** The times that place a metric: those of its parts where it is a difference. */
const timesOf = (id: string): string =>
  [...new Set(basesOf(catalog, id).map((base) => timeLabel(METRICS[base] as BaseMetric)))].join(', ');

/** Where a dimension's values come from. */
function sourceOf(dimension: Dimension): string {
  if (dimension.kind === 'time') return 'the metric’s own time';
  if (dimension.kind === 'shop') return `shops.${dimension.fact}`;
  const [{ stream, field }] = dimension.homes as [Home];
  const owner = catalog.streams[stream] as Stream;
  return `${stream}.${pathOf(owner, field, owner.fields[field] as StreamField).replace('^.', '')}`;
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
      addsUp: addsUp(metric),
      ...(metric.kind === 'ratio' ? {} : { timeField: timesOf(id) }),
    }),
  );
  const dimensions = Object.entries(DIMENSIONS).map(
    ([id, dimension]): FieldInfo => ({
      id,
      ...dimensionCompatible(catalog, dimension),
      ...described(dimension),
      source: sourceOf(dimension),
      timePart: dimension.kind === 'time',
    }),
  );
  return [...metrics, ...dimensions];
}

/** Every time that all metrics of a report can go by: those worked out, then fields. */
export const timeInfos = (): TimeInfo[] =>
  [...Object.keys(derived), ...Object.keys(DIMENSIONS)].flatMap((id) => {
    const found = timeDimension(catalog, id);
    if (!found) return [];
    const { streams } = dimensionCompatible(catalog, found);
    return [{ id, label: found.label, streams, daily: found.type === 'date' }];
  });

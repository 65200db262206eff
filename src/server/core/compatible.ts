import type { Compatible } from '../../shared/compat';
import {
  type BaseMetric,
  type Catalog,
  type Dimension,
  type FieldDimension,
  isMade,
  type Metric,
  partsOf,
} from './metric';
import { below, isDaily, pathUp, sharesDown, timeHome } from './relations';

/** Ids of the base metrics behind a metric. */
export function basesOf(catalog: Catalog, id: string): string[] {
  const metric = catalog.metrics[id] as Metric;
  return isMade(metric) ? partsOf(metric).flatMap((part) => basesOf(catalog, part)) : [id];
}

/** Streams by whose rows a metric can be counted, its own first. A mean and a stock stay with their own rows. */
export function grainsOf(catalog: Catalog, { kind, stream }: BaseMetric): string[] {
  if (kind === 'average' || kind === 'last') return [stream];
  return below(catalog, stream).filter((grain) => kind !== 'sum' || sharesDown(catalog, stream, grain));
}

/** What stands with a metric; `time` where a report places all metrics by one time. */
export function metricCompatible(catalog: Catalog, id: string, time: string | null = null): Compatible {
  const bases = [...new Set(basesOf(catalog, id))].map((base) => catalog.metrics[base] as BaseMetric);
  const grains = bases.map((base) => grainsOf(catalog, base));
  return {
    label: (catalog.metrics[id] as Metric).label,
    kind: 'metric',
    streams: [...new Set(bases.map(({ stream }) => stream))],
    grains,
    finer: bases.flatMap(({ stream }, i) =>
      below(catalog, stream).filter((grain) => !(grains[i] as string[]).includes(grain)),
    ),
    daily: bases.some((base) => {
      const home = timeHome(catalog, base.stream, time ?? base.time);
      return home !== null && isDaily(catalog, home);
    }),
  };
}

/** What stands with a dimension: a field, all whose rows have it or belong to one that has; all else, everything. */
export function dimensionCompatible(catalog: Catalog, dimension: Dimension): Compatible {
  const all = Object.keys(catalog.streams);
  const { label, kind } = dimension;
  return {
    label,
    kind: 'dimension',
    streams:
      kind === 'field'
        ? all.filter((stream) => dimension.homes.some((home) => pathUp(catalog, stream, home.stream)))
        : all,
    daily: kind === 'time' && dimension.part === 'hour',
  };
}

/** A time that all metrics of a report can go by, as a dimension: a field, or worked out. Null if the id names none. */
export function timeDimension(catalog: Catalog, id: string): FieldDimension | null {
  const { label, stream = '' } = catalog.derived[id] ?? {};
  if (label !== undefined) {
    const homes = [{ stream, field: id }];
    return { kind: 'field', label, group: '', about: '', type: 'time', homes };
  }
  const found = Object.keys(catalog.dimensions).includes(id) ? catalog.dimensions[id] : undefined;
  return found?.kind === 'field' && (found.type === 'time' || found.type === 'date') ? found : null;
}

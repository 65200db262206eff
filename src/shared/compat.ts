import type { FieldInfo } from './field';

/** What this file needs to know of a field. */
export type Compatible = Pick<FieldInfo, 'label' | 'kind' | 'streams' | 'grains' | 'finer' | 'daily'>;

const grainsOf = (metric: Compatible): string[][] =>
  metric.grains ?? metric.streams.map((stream) => [stream]);

const inWords = (fields: readonly Compatible[]): string =>
  fields.map(({ label }) => label).join(fields.length === 2 ? ' and ' : ', ');

/**
 * Why these fields cannot stand in one report, one sentence each; empty when they can. Fields of filters count like
 * dimensions. `time` is the time that the report goes by, if it names one for all.
 */
export function conflicts(
  fields: readonly Compatible[],
  time?: Pick<Compatible, 'label' | 'streams'>,
): string[] {
  const metrics = fields.filter((field) => field.kind === 'metric');
  const dimensions = fields.filter((field) => field.kind === 'dimension');
  const found: string[] = [];
  for (const metric of metrics) {
    const before = found.length;
    for (const dimension of dimensions) {
      if (metric.daily && dimension.daily)
        found.push(
          `${metric.label} can't be split by ${dimension.label}: TikTok tells it for whole days only.`,
        );
      else if (!meet(metric, [dimension]))
        found.push(
          `${metric.label} can't be split by ${dimension.label}: ${
            finer(metric, dimension)
              ? 'nothing tells how to share it out'
              : 'TikTok does not tell one for the other'
          }.`,
        );
    }
    if (found.length === before && !meet(metric, dimensions))
      found.push(`${metric.label} can't be split by ${inWords(dimensions)} at once: no record has them all.`);
    if (time && !metric.streams.every((stream) => time.streams.includes(stream)))
      found.push(`${metric.label} does not know ${time.label}: choose another time.`);
  }
  if (metrics.length === 0 && dimensions.length > 0 && common(dimensions).length === 0)
    found.push(`${dimensions.map((field) => field.label).join(', ')} have no records in common.`);
  return found;
}

/** Streams whose rows have all of the dimensions. */
const common = (dimensions: readonly Compatible[]): string[] =>
  (dimensions[0]?.streams ?? []).filter((stream) => dimensions.every((one) => one.streams.includes(stream)));

const meet = (metric: Compatible, dimensions: readonly Compatible[]): boolean =>
  grainsOf(metric).every((grains) =>
    grains.some((grain) => dimensions.every((one) => one.streams.includes(grain))),
  );

/** Whether rows that belong to the metric's have the dimension, though no weight leads to them. */
const finer = (metric: Compatible, dimension: Compatible): boolean =>
  (metric.finer ?? []).some((stream) => dimension.streams.includes(stream));

import type { FieldInfo } from './field';

/** Why these fields cannot stand in one report, one sentence each; empty when they can. */
export function conflicts(fields: readonly FieldInfo[]): string[] {
  const metrics = fields.filter((field) => field.kind === 'metric');
  const dimensions = fields.filter((field) => field.kind === 'dimension');
  const found: string[] = [];
  for (const metric of metrics) {
    for (const dimension of dimensions) {
      if (!metric.streams.some((stream) => dimension.streams.includes(stream)))
        found.push(
          `${metric.label} can't be split by ${dimension.label}: TikTok does not tell one for the other.`,
        );
    }
  }
  if (metrics.length === 0 && dimensions.length > 0) {
    const common = dimensions.reduce<string[] | null>(
      (streams, field) =>
        streams ? streams.filter((stream) => field.streams.includes(stream)) : field.streams,
      null,
    );
    if (common && common.length === 0)
      found.push(`${dimensions.map((field) => field.label).join(', ')} have no records in common.`);
  }
  return found;
}

/** Which fields may stand beside one, and the formula that shows it. */
import type { Catalogue, StreamInfo } from '../../shared/api';
import { conflicts } from '../../shared/compat';
import type { FieldInfo } from '../../shared/field';
import { callText } from '../../shared/formula-text';

/** Dimensions that a metric can be split by, or metrics that can be split by a dimension. */
export const companyOf = (field: FieldInfo, fields: readonly FieldInfo[]): FieldInfo[] =>
  fields.filter((other) => other.kind !== field.kind && conflicts([field, other]).length === 0);

/** What most sellers look at first. */
const USUAL = ['gmv', 'orders'];

/** A metric as one value, a dimension as a table with a metric that it can split; without one, its values alone. */
export function exampleOf(field: FieldInfo, { fields, separator }: Catalogue): string {
  const company = field.kind === 'dimension' ? companyOf(field, fields) : [];
  const metric = company.find(({ id }) => USUAL.includes(id)) ?? company[0];
  const parts = field.kind === 'metric' ? [field.id, ''] : [metric?.id ?? '', field.id];
  return callText([...parts, 'last_30_days'], separator);
}

/** The lists of TikTok that a field comes from: a metric's own, or the one that a dimension's source names. */
export function sourcesOf(
  { kind, streams, source }: FieldInfo,
  sources: readonly StreamInfo[],
): StreamInfo[] {
  const ids = kind === 'metric' ? streams : [source.split('.')[0]];
  return sources.filter(({ id }) => ids.includes(id));
}

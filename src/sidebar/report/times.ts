/** The times that a report can go by. */
import type { Catalogue, TimeInfo } from '../../shared/api';
import type { Draft } from './draft';
import { fieldOf } from './field-of';

/** Times that all metrics know, and those that some do not. */
export function timesFor(
  { metrics }: Draft,
  { fields, times }: Catalogue,
): { fit: TimeInfo[]; others: TimeInfo[] } {
  const streams = metrics.flatMap((id) => fieldOf(fields, id, 'metric')?.streams ?? []);
  const fits = (time: TimeInfo) => streams.every((stream) => time.streams.includes(stream));
  return { fit: times.filter(fits), others: times.filter((time) => !fits(time)) };
}

/** Which time each metric goes by, in words. */
export function ownTimes({ metrics }: Draft, { fields }: Catalogue): string {
  const labels = new Map<string, string[]>();
  for (const id of metrics) {
    const { label, timeField } = fieldOf(fields, id, 'metric') ?? {};
    if (label && timeField) labels.set(timeField, [...(labels.get(timeField) ?? []), label]);
  }
  return [...labels].map(([time, list]) => `${list.join(', ')}: ${time.toLowerCase()}.`).join(' ');
}

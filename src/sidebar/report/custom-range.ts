/** Own days begin with those of the preset chosen before, so that only the ends need a change. */
import { type Day, isoDay, resolveRange } from '../../shared/day';
import { CUSTOM, type Draft, rangeText } from './draft';

export function customRange(range: Draft['range'], today: Day | null): Partial<Draft['range']> {
  const days = range.from || today === null ? null : resolveRange(rangeText(range), today);
  return days ? { preset: CUSTOM, from: isoDay(days.since), to: isoDay(days.until - 1) } : { preset: CUSTOM };
}

/** From when on a shop's past is wanted. */
import { type Day, isoDay, monthStart, parseDay } from '../../shared/day';

export const FIRST_CHOICE = '3';
/** TikTok Shop's first market opened in 2021. */
export const FIRST_DAY = '2021-01-01';

export const PASTS: readonly { id: string; label: string }[] = [
  { id: FIRST_CHOICE, label: 'Last 3 months' },
  { id: '12', label: 'Last 12 months' },
  { id: '24', label: 'Last 24 months' },
  { id: 'all', label: 'From the first order' },
  { id: 'day', label: 'From a day' },
];

/** ISO day on which the wanted past begins; null while the day beside the choice is none. */
export function beginOf({ from, day }: { from: string; day: string }, today: Day): string | null {
  if (from === 'all') return FIRST_DAY;
  if (from !== 'day') return isoDay(monthStart(today, -Number(from)));
  const begin = parseDay(day);
  return begin === null || day < FIRST_DAY || begin > today ? null : day;
}

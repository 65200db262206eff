/** A schedule in words: "Every Monday at 06:00, Asia/Jakarta". */
import { WEEKDAYS } from '../../shared/day';
import type { ScheduleForm } from '../report/schedule-form';
import { place } from './place';

export const hourWords = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const dayWords = (day: number | 'last') => (day === 'last' ? 'the last day' : `day ${day}`);

export function scheduleWords({ every, hour, weekday, day, zone }: ScheduleForm): string {
  const at = `at ${hourWords(hour)}, ${place(zone)}`;
  switch (every) {
    case 'none':
      return 'Not scheduled';
    case 'hour':
      return 'Every hour';
    case 'day':
      return `Every day ${at}`;
    case 'week':
      return `Every ${WEEKDAYS[weekday]} ${at}`;
    case 'month':
      return `Every month on ${dayWords(day)} ${at}`;
  }
}

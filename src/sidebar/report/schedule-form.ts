/** A schedule while it is edited: one form for all of them, so that a change of the rhythm forgets nothing. JSON-safe. */
import type { ReportDefinition, Schedule } from '../../shared/report';

export interface ScheduleForm {
  every: 'none' | 'hour' | 'day' | 'week' | 'month';
  hour: number;
  /** 0 = Monday. */
  weekday: number;
  day: number | 'last';
  zone: string;
}

/** Early enough to be ready in the morning, late enough for TikTok to have settled yesterday. */
const HOUR = 6;

export function formOf({ schedule, zone }: Pick<ReportDefinition, 'schedule' | 'zone'>): ScheduleForm {
  const usual: ScheduleForm = { every: 'none', hour: HOUR, weekday: 0, day: 1, zone };
  if (schedule === 'none') return usual;
  // What the first version saved: midnight in the report's zone.
  if (schedule === 'daily') return { ...usual, every: 'day', hour: 0 };
  return { ...usual, ...schedule };
}

export function scheduleOf({ every, hour, weekday, day, zone }: ScheduleForm): Schedule {
  switch (every) {
    case 'none':
      return 'none';
    case 'hour':
      return { every };
    case 'day':
      return { every, hour, zone };
    case 'week':
      return { every, weekday, hour, zone };
    case 'month':
      return { every, day, hour, zone };
  }
}

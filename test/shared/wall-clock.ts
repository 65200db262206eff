// What a clock on the wall shows in a zone, asked of Intl: the authority that our own calendar is held against.
import type { Offset } from '../../src/shared/day';

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** Offset of a zone, slowly but surely. */
export function offsetByIntl(zone: string): Offset {
  const known = new Map<number, number>();
  return (time) => {
    let offset = known.get(time);
    if (offset === undefined) {
      const part: Record<string, number> = {};
      for (const { type, value } of clockOf(zone).formatToParts(time * 1000)) part[type] = Number(value);
      const wall = Date.UTC(
        part['year']!,
        part['month']! - 1,
        part['day']!,
        part['hour']!,
        part['minute']!,
        part['second']!,
      );
      offset = wall / 1000 - time;
      known.set(time, offset);
    }
    return offset;
  };
}

/** "2026-01-31" on the wall at a unix time. */
export function dateOnTheWall(time: number, zone: string): string {
  return new Date((time + offsetByIntl(zone)(time)) * 1000).toISOString().slice(0, 10);
}

/** Zones of TikTok Shop's markets, and those with the strangest days. */
export const ZONES = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Mexico_City',
  'Europe/London',
  'Europe/Dublin',
  'Asia/Jakarta',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

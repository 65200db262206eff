// Wall clocks: the offset of a zone at an instant, and date serials (days since 1899-12-30 on the spreadsheet's clock).
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** ms that the zone's clock is ahead of UTC at an instant. Changes of offset fall on quarter hours. */
export function zoneOffset(zone: string, ms: number): number {
  if (zone === 'Etc/UTC' || zone === 'UTC' || zone === 'GMT' || zone === 'Etc/GMT' || !Number.isFinite(ms))
    return 0;
  const quarter = Math.floor(ms / 900_000);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const at = quarter * 900_000;
    const part: Record<string, string> = {};
    for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
    wall.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
    offset = wall.getTime() - at;
    if (offsets.size > 100_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** The instant at which the zone's clock shows `wallMs` (a wall clock written as if it were UTC). */
export function wallToUtc(zone: string, wallMs: number): number {
  const guess = wallMs - zoneOffset(zone, wallMs);
  return wallMs - zoneOffset(zone, guess);
}

const EPOCH_SERIAL = 25_569;
const DAY = 86_400_000;

export const wallToSerial = (wallMs: number): number => wallMs / DAY + EPOCH_SERIAL;
export const serialToWall = (serial: number): number => Math.round((serial - EPOCH_SERIAL) * DAY);
export const dateToSerial = (zone: string, ms: number): number => wallToSerial(ms + zoneOffset(zone, ms));
export const serialToDate = (zone: string, serial: number): number => wallToUtc(zone, serialToWall(serial));

import { mix } from './chance';

/** The last `width` digits of a number, with leading zeros. */
export const digits = (value: number, width: number): string =>
  String(value).padStart(width, '0').slice(-width);

/**
 * An id as TikTok writes it: a long run of digits that a double cannot hold. The counter stands at the end, where
 * rounding to a double would make neighbours equal: whoever parses ids as numbers loses rows and notices.
 */
export function longId(prefix: string, length: number, salt: number, counter: string): string {
  let filler = '';
  const width = length - prefix.length - counter.length;
  for (let round = 1; filler.length < width; round++) filler += digits(mix(salt, round), 9);
  return prefix + filler.slice(0, width) + counter;
}

const RAW = '#integer:';
/** An id that TikTok sends as a bare number, which no double holds. */
export const rawInteger = (id: string): string => RAW + id;
/** JSON with such ids as bare numbers. */
export const withRawIntegers = (json: string): string =>
  json.includes(RAW) ? json.replace(/"#integer:(\d+)"/g, '$1') : json;

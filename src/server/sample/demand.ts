import { civilDay, weekday } from './calendar';
import { chance, TOPIC } from './chance';
import type { Region } from './regions/region';

const WEEKDAYS = [1.18, 0.92, 0.9, 0.93, 0.98, 1.08, 1.2];
const MONTHS = [0.86, 0.9, 0.95, 0.96, 1, 1, 1.02, 1, 0.98, 1.05, 1.3, 1.35];
/** A viral video lifts its day and, fading, the days after. */
const VIRAL_ECHO = [1, 0.5, 0.25, 0.1];

/** Weight of each hour of a shop's day: quiet nights, a lunch peak and a long evening. */
const HOURS = [3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 9, 8, 6, 6, 6, 7, 8, 10, 12, 12, 9, 5];

const hourEnds = HOURS.map((_, hour) => HOURS.slice(0, hour + 1).reduce((sum, weight) => sum + weight, 0));
const hourTotal = hourEnds[23]!;

/** How strong a day is compared to an ordinary one, apart from growth. */
export function dayStrength(seed: number, region: Region, day: number): number {
  const { month, dayOfMonth } = civilDay(day);
  const noise = 0.85 + 0.3 * chance(seed, TOPIC.demand, day).unit();
  return (
    WEEKDAYS[weekday(day)]! *
    MONTHS[month - 1]! *
    saleLift(region, day, month, dayOfMonth) *
    viralLift(seed, day) *
    noise
  );
}

function saleLift(region: Region, day: number, month: number, dayOfMonth: number): number {
  if (region.sales === 'double-days') return month === dayOfMonth && month >= 3 ? 2.6 : 1;
  if (month !== 11 || dayOfMonth < 23) return 1;
  return weekday(day) === 5 && dayOfMonth <= 29 ? 3 : 1.5;
}

function viralLift(seed: number, day: number): number {
  return VIRAL_ECHO.reduce((lift, echo, ago) => lift + echo * viralForce(seed, day - ago), 1);
}

function viralForce(seed: number, day: number): number {
  const luck = chance(seed, TOPIC.viral, day);
  return luck.yes(0.012) ? 2 + 4 * luck.unit() : 0;
}

/** Which product a viral day is about, as a rank in the catalogue; undefined on ordinary days. */
export function viralRank(seed: number, day: number, products: number): number | undefined {
  for (let ago = 0; ago < 2; ago++) {
    if (viralForce(seed, day - ago) > 0) return chance(seed, TOPIC.viral, day - ago, 1).int(products);
  }
  return undefined;
}

/** Share of the day's orders already placed (0…1) → second of the day. */
export function secondOfDay(share: number): number {
  const target = share * hourTotal;
  const hour = hourEnds.findIndex((end) => target < end);
  return Math.floor((hour + 1 - (hourEnds[hour]! - target) / HOURS[hour]!) * 3600);
}

/** Splits `total` over the weights so that the parts add up exactly. */
export function allot(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const part = Math.round((total * reached) / sum) - given;
    given += part;
    return part;
  });
}

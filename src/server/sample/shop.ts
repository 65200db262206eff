import { DAY_SECONDS } from './calendar';
import { catalogueOf, type Product } from './catalogue';
import { hashText, mix, TOPIC } from './chance';
import { digits, longId } from './long-id';
import type { Region } from './regions/region';

export type Shop = {
  /** Position in the story; part of every id, so that ids of two shops never meet. */
  readonly number: number;
  readonly seed: number;
  readonly id: string;
  readonly code: string;
  readonly cipher: string;
  readonly name: string;
  readonly region: Region;
  readonly warehouses: readonly string[];
  readonly catalogue: readonly Product[];
  /** First day with orders and the day after the last one, as day numbers in the shop's standard time. */
  readonly firstDay: number;
  readonly endDay: number;
  /** How many orders are created on a day. */
  readonly count: (day: number) => number;
};

export type ShopDemand = Pick<Shop, 'firstDay' | 'endDay' | 'count'>;

export function openShop(
  storySeed: string,
  number: number,
  name: string,
  region: Region,
  demand: (seed: number) => ShopDemand,
): Shop {
  const seed = mix(mix(hashText(storySeed), TOPIC.shop), number);
  const named = (prefix: string, which: number) =>
    longId(prefix, 19, mix(seed, which), digits(number, 2) + digits(which, 1));
  return {
    number,
    seed,
    id: named('7495', 0),
    code: `${region.code}LC${region.code}${digits(seed, 6)}`,
    cipher: `${region.code === 'US' ? 'TTP' : 'ROW'}_${seed.toString(36)}AAAAAB${mix(seed, 77).toString(36)}`,
    name,
    region,
    warehouses: [named('7136', 1), named('7136', 2)],
    catalogue: catalogueOf(region, number, seed),
    ...demand(seed),
  };
}

/** Unix second at which a day begins for the shop. */
export const dayStart = (shop: Shop, day: number): number =>
  day * DAY_SECONDS - shop.region.offsetHours * 3600;

/** The shop's day in which a Unix second lies. */
export const dayAt = (shop: Shop, second: number): number =>
  Math.floor((second + shop.region.offsetHours * 3600) / DAY_SECONDS);

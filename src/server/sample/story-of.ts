import { dayNumber } from './calendar';
import { allot, dayStrength } from './demand';
import { REGIONS } from './regions';
import { openShop } from './shop';
import type { Story } from './story';

export type StoryOptions = {
  readonly seed: string;
  /** Number of shops (1–99), or the market of each: ['US', 'VN']. */
  readonly shops: number | readonly string[];
  /** Orders of all shops together, exactly. */
  readonly orders: number;
  /** First day, 'YYYY-MM-DD' in each shop's standard time. */
  readonly since: string;
  /** The day after the last one. */
  readonly until: string;
};

/** A story of any size. At most 99,999 orders fit in a shop's day, because ids count them with five digits. */
export function storyOf({ seed, shops, orders, since, until }: StoryOptions): Story {
  const regions = marketsOf(shops);
  const firstDay = dayNumber(since);
  const endDay = dayNumber(until);
  if (endDay <= firstDay) throw new Error(`a story needs at least one day: ${since} … ${until}`);
  // The first shop is the largest, as in most seller accounts.
  const perShop = allot(
    orders,
    regions.map((_, position) => 1 / (1 + position * 0.6)),
  );
  return {
    seed,
    shops: regions.map((region, position) => {
      let counts: number[] | undefined;
      return openShop(seed, position + 1, `${region.country} Shop ${position + 1}`, region, (shopSeed) => ({
        firstDay,
        endDay,
        count: (day) => {
          counts ??= allot(
            perShop[position]!,
            Array.from({ length: endDay - firstDay }, (_, at) => {
              const growth = 1 + at / (endDay - firstDay);
              return growth * dayStrength(shopSeed, region, firstDay + at);
            }),
          );
          return counts[day - firstDay] ?? 0;
        },
      }));
    }),
  };
}

function marketsOf(shops: StoryOptions['shops']) {
  if (typeof shops === 'number') {
    return Array.from({ length: shops }, (_, position) => REGIONS[position % REGIONS.length]!);
  }
  return shops.map((code) => {
    const region = REGIONS.find((each) => each.code === code);
    if (!region)
      throw new Error(`no market ${code}; there are ${REGIONS.map((each) => each.code).join(', ')}`);
    return region;
  });
}

import { dayNumber } from './calendar';
import { chance, hashText, TOPIC } from './chance';
import { dayStrength } from './demand';
import { US } from './regions/us';
import { openShop, type Shop } from './shop';

export type Story = { readonly seed: string; readonly shops: readonly Shop[] };

/** The sample shop opened on this day. */
export const SAMPLE_FIRST_DAY = '2024-06-01';

/** One US shop, open ended: about 15 orders a day at first and 35 after two and a half years. */
export function sampleStory(): Story {
  const seed = 'sample shop';
  const firstDay = dayNumber(SAMPLE_FIRST_DAY);
  const shop = openShop(seed, 1, 'Sample Shop', US, (shopSeed) => ({
    firstDay,
    endDay: Number.POSITIVE_INFINITY,
    count: (day) => {
      const grown = 15 + 20 * Math.min(1, (day - firstDay) / 900);
      const luck = chance(hashText(seed), TOPIC.demand, day);
      return Math.floor(grown * dayStrength(shopSeed, US, day) * 0.9 + luck.unit());
    },
  }));
  return { seed, shops: [shop] };
}

import { SAMPLE_SHOP } from '../../src/shared/sample-shop';
import { BadInput } from './bad-input';

/** The add-on's own sample shop, or a shop of the simulator by its place, from 0. */
export type ShopChoice = 'sample' | { readonly simulated: number };

export function readShop(text: string, simulatedShops: number): ShopChoice {
  if (text === SAMPLE_SHOP) return 'sample';
  const place = /^simulator:([1-9]\d*)$/.exec(text)?.[1];
  if (place === undefined)
    throw new BadInput(`--shop ${text}: there is no such shop. Write sample, or simulator:1 and so on.`);
  if (Number(place) > simulatedShops)
    throw new BadInput(
      `--shop ${text}: the simulator has ${simulatedShops} shops. Choose a lower number, or give it more with --shops.`,
    );
  return { simulated: Number(place) - 1 };
}

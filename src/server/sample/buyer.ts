import { chance, mix, TOPIC } from './chance';
import { digits, longId } from './long-id';
import type { Place } from './regions/region';
import type { Shop } from './shop';

/** A buyer is known by the order place (day, index) at which she could first have bought. */
export type Buyer = { readonly id: string; readonly day: number; readonly index: number };

export type Person = {
  readonly given: string;
  readonly family: string;
  readonly phone: string;
  readonly street: string;
  readonly place: Place;
  readonly email: string;
};

/** About a third of the orders come from somebody who was in the shop within the last five months. */
export function buyerOf(shop: Shop, day: number, index: number): Buyer {
  const luck = chance(shop.seed, TOPIC.buyer, day, index);
  if (luck.yes(0.36)) {
    const earlier = day - 1 - Math.floor(luck.unit() ** 2 * 150);
    const then = earlier >= shop.firstDay ? shop.count(earlier) : 0;
    // Whoever bought then; she may have been coming back herself.
    if (then > 0) return buyerOf(shop, earlier, Math.floor(luck.unit() ** 1.5 * then));
  }
  return named(shop, day, index);
}

function named(shop: Shop, day: number, index: number): Buyer {
  const counter = digits(shop.number, 2) + digits(day, 5) + digits(index, 5);
  return { id: longId('7', 19, mix(shop.seed, day), counter), day, index };
}

/** Who the buyer is. The same for all her orders. */
export function personOf(shop: Shop, buyer: Buyer): Person {
  const { region } = shop;
  const luck = chance(shop.seed, TOPIC.person, buyer.day, buyer.index);
  return {
    given: luck.pick(region.givenNames),
    family: luck.pick(region.familyNames),
    phone: region.phone.replace(/#/g, () => String(luck.int(10))),
    street: `${luck.between(1, 4999)} ${luck.pick(region.streets)}`,
    place: placeFor(region.places, luck.unit()),
    email: `${mix(shop.seed, mix(buyer.day, buyer.index)).toString(36)}@chat.seller.tiktok.com`,
  };
}

function placeFor(places: readonly Place[], share: number): Place {
  let left = share * places.reduce((sum, place) => sum + place.weight, 0);
  for (const place of places) {
    left -= place.weight;
    if (left < 0) return place;
  }
  return places[0]!;
}

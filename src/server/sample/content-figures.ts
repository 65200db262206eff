import { DAY_SECONDS, weekday } from './calendar';
import { chance, mix, TOPIC } from './chance';
import { type Sold, soldOn } from './figures';
import { digits, longId } from './long-id';
import { dayStart, type Shop } from './shop';

/** LIVEs and videos that sell for a shop: one LIVE of its own each evening, one of an affiliate on most days, two videos a day. */

const HOUR = 3600;
/** A video is seen for so many days. */
export const VIDEO_DAYS = 14;

export type Live = {
  readonly id: string;
  readonly own: boolean;
  readonly start: number;
  readonly end: number;
  readonly day: number;
};

const idOf = (shop: Shop, prefix: string, day: number, which: number) =>
  longId(
    prefix,
    19,
    mix(shop.seed, mix(day, which)),
    digits(shop.number, 2) + digits(day, 5) + digits(which, 1),
  );

/** The LIVEs of a day. */
export function livesOn(shop: Shop, day: number): Live[] {
  return [0, 1].flatMap((which) => {
    const luck = chance(shop.seed, TOPIC.figures, day, 500 + which);
    const sold = soldOn(shop, day).some((one) => one.content === 'LIVE' && one.affiliate === (which === 1));
    if (!sold && (which === 1 || weekday(day) === 1)) return [];
    const start = dayStart(shop, day) + (which === 0 ? 19 : 11) * HOUR + luck.between(0, 1800);
    return [
      {
        id: idOf(shop, '75', day, which),
        own: which === 0,
        start,
        end: start + luck.between(HOUR, 3 * HOUR),
        day,
      },
    ];
  });
}

/** The LIVE with this id, or undefined. */
export function liveById(shop: Shop, id: string): Live | undefined {
  const day = Number(id.slice(13, 18));
  return livesOn(shop, day).find((live) => live.id === id);
}

export const soldInLive = (shop: Shop, { day, own }: Live, now: number): Sold[] =>
  soldOn(shop, day).filter((one) => one.content === 'LIVE' && one.affiliate !== own && one.enters <= now);

export type Video = {
  readonly id: string;
  readonly own: boolean;
  readonly posted: number;
  readonly day: number;
};

/** Videos that are seen on a day. */
export const videosOn = (shop: Shop, day: number): Video[] =>
  Array.from({ length: VIDEO_DAYS * 2 }, (_, i): Video => {
    const posted = day - (i >> 1);
    const which = i & 1;
    const luck = chance(shop.seed, TOPIC.figures, posted, 600 + which);
    return {
      id: idOf(shop, '76', posted, which),
      own: which === 0,
      posted: dayStart(shop, posted) + luck.between(8 * HOUR, DAY_SECONDS - HOUR),
      day: posted,
    };
  });

/** The video that sold an order of a day; undefined where TikTok names none. */
export function videoOf(shop: Shop, day: number, { order, affiliate }: Sold): string | undefined {
  const luck = chance(shop.seed, TOPIC.figures, order.day, 20_000 + order.index);
  if (luck.yes(0.06)) return undefined;
  return idOf(shop, '76', day - luck.int(VIDEO_DAYS), affiliate ? 1 : 0);
}

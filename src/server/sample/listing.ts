import { DAY_SECONDS } from './calendar';
import type { Sku } from './catalogue';
import { chance, mix, TOPIC } from './chance';
import { digits, longId } from './long-id';
import { dayStart, type Shop } from './shop';

export type ProductStatus =
  | 'DRAFT'
  | 'PENDING'
  | 'FAILED'
  | 'ACTIVATE'
  | 'SELLER_DEACTIVATED'
  | 'PLATFORM_DEACTIVATED'
  | 'FREEZE'
  | 'DELETED';

/** A product as it is listed at a moment. */
export type Listing = {
  readonly id: string;
  readonly title: string;
  readonly status: ProductStatus;
  readonly createTime: number;
  readonly updateTime: number;
  readonly skus: readonly Sku[];
};

/** Products that nobody buys: what becomes of each, by days since it was made. */
const FATES: readonly (readonly (readonly [day: number, status: ProductStatus])[])[] = [
  [[0, 'DRAFT']],
  [
    [0, 'PENDING'],
    [2, 'FAILED'],
  ],
  [
    [0, 'PENDING'],
    [2, 'ACTIVATE'],
    [60, 'SELLER_DEACTIVATED'],
  ],
  [
    [0, 'ACTIVATE'],
    [30, 'PLATFORM_DEACTIVATED'],
  ],
  [
    [0, 'ACTIVATE'],
    [45, 'FREEZE'],
  ],
  [
    [0, 'ACTIVATE'],
    [20, 'DELETED'],
  ],
];
const LAUNCH_EVERY_DAYS = 40;
const MOST_LAUNCHES = 30;

/** Everything listed at a Unix second: what orders are about, on sale since before the first of them, then the others. */
export function listingsOf(shop: Shop, now: number): Listing[] {
  const opened = dayStart(shop, shop.firstDay);
  const sold = shop.catalogue.map(({ id, name, skus }, rank): Listing => {
    const luck = chance(shop.seed, TOPIC.listing, rank);
    const createTime = opened - luck.between(1, 300) * DAY_SECONDS + luck.int(DAY_SECONDS);
    // Its text is worked over now and then.
    const every = luck.between(20, 90) * DAY_SECONDS;
    const updateTime = createTime + Math.max(0, Math.floor((now - createTime) / every)) * every;
    return { id, title: name, status: 'ACTIVATE', createTime, updateTime, skus };
  });
  const others = Array.from({ length: MOST_LAUNCHES }, (_, n) => launch(shop, n, opened, now));
  return [...sold, ...others].filter(({ createTime }) => createTime <= now);
}

function launch(shop: Shop, n: number, opened: number, now: number): Listing {
  const { number, seed } = shop;
  const salt = mix(seed, 1000 + n);
  const createTime = opened + (n - 6) * LAUNCH_EVERY_DAYS * DAY_SECONDS + (salt % DAY_SECONDS);
  const steps = FATES[n % FATES.length]!.map(([day, status]) => ({
    at: createTime + day * DAY_SECONDS,
    status,
  }));
  const last = steps.filter(({ at }) => at <= now).pop() ?? steps[0]!;
  const counter = digits(number, 2) + digits(60 + n, 2);
  const id = longId('1729', 19, salt, counter);
  const title = `Limited Edition No. ${n + 1}`;
  const model = shop.catalogue[n % shop.catalogue.length]!;
  const skus = model.skus.slice(0, 2).map(
    (sku, which): Sku => ({
      ...sku,
      id: longId('1730', 19, mix(salt, which), counter + digits(which, 1)),
      productId: id,
      productName: title,
      sellerSku: `LTD-${digits(n + 1, 3)}-${which + 1}`,
    }),
  );
  return { id, title, status: last.status, createTime, updateTime: last.at, skus };
}

import { isoLocal } from '../../../shared/day';
import { chance, TOPIC } from '../chance';
import { type Video, videoOf, videosOn } from '../content-figures';
import { figureMoney, type Sold, soldOn } from '../figures';
import { amountsOf } from '../render-payment';
import type { Shop } from '../shop';
import { analyticsList } from './analytics-list';

/** Videos with what they sold over the whole window, and a row with the id 0 for sales that belong to none. */
export const videoPerformance = analyticsList(
  '/analytics/202605/shop_videos/performance',
  'videos',
  (shop, since, until, now) => {
    const videos = new Map<string, { video: Video; views: number; sold: Sold[] }>();
    const nobodys: Sold[] = [];
    for (let day = since; day < until; day++) {
      for (const video of videosOn(shop, day)) {
        const known = videos.get(video.id) ?? { video, views: 0, sold: [] };
        videos.set(video.id, known);
        const age = day - video.day;
        const luck = chance(shop.seed, TOPIC.figures, video.day, 700 + age * 2 + (video.own ? 0 : 1));
        known.views += Math.floor(luck.between(0, 900) / (1 + age));
      }
      for (const sold of soldOn(shop, day)) {
        if (sold.content !== 'VIDEO' || sold.enters > now) continue;
        const found = videos.get(videoOf(shop, day, sold) ?? '');
        (found?.sold ?? nobodys).push(sold);
      }
    }
    const rows = [...videos.values()].map((one) => {
      // Nobody buys from a video without seeing it.
      const views = one.views + one.sold.length * 3;
      return { ...one, views, gmv: gmvOf(one.sold) };
    });
    rows.sort((a, b) => b.gmv - a.gmv);
    return [
      ...rows.map(({ video, views, sold }) => row(shop, video, views, sold)),
      ...(nobodys.length > 0
        ? [
            {
              id: '0',
              creator: { author_type: 'AFFILIATE_ACCOUNTS' },
              views: 0,
              products: [],
              ...sales(shop, nobodys, 0),
            },
          ]
        : []),
    ];
  },
);

const gmvOf = (sold: readonly Sold[]): number =>
  sold.reduce((sum, { basket }) => sum + amountsOf(basket).subTotal, 0);

function sales(shop: Shop, sold: readonly Sold[], views: number) {
  const gmv = gmvOf(sold);
  const money = (units: number) => figureMoney(shop, units);
  const orders = sold.length > 0;
  return {
    gmv: money(gmv),
    gpm: money(views > 0 ? Math.round((gmv * 1000) / views) : 0),
    // Left out where nothing was sold.
    sku_orders: orders
      ? sold.reduce((sum, { basket }) => sum + new Set(basket.units.map(({ sku }) => sku)).size, 0)
      : undefined,
    items_sold: orders ? sold.reduce((sum, { basket }) => sum + basket.units.length, 0) : undefined,
    avg_customers: orders ? new Set(sold.map(({ order }) => order.buyer.id)).size : undefined,
  };
}

function row(shop: Shop, video: Video, views: number, sold: readonly Sold[]) {
  const luck = chance(shop.seed, TOPIC.figures, video.day, video.own ? 650 : 651);
  const product = luck.pick(shop.catalogue);
  const username = video.own ? `${shop.code.toLowerCase()}.official` : `creator_${luck.between(10, 99)}`;
  const clicks = Math.min(views, sold.length + Math.floor(views * 0.08));
  return {
    id: video.id,
    title: `${product.name} 🎥 #${luck.between(1, 999)}`,
    username,
    creator: {
      author_type: video.own ? 'OFFICIAL_ACCOUNTS' : 'AFFILIATE_ACCOUNTS',
      nick_name: username,
      open_id: `open_${username}`,
      user_name: username,
    },
    video_post_time: isoLocal(video.posted + shop.region.offsetHours * 3600)
      .slice(0, 19)
      .replace('T', ' '),
    duration: luck.between(8, 180),
    hash_tags: luck.yes(0.6) ? ['tiktokmademebuyit', 'fyp'] : undefined,
    products: [{ id: product.id, name: product.name }],
    views,
    click_through_rate: views > 0 ? (clicks / views).toFixed(4) : undefined,
    ...sales(shop, sold, views),
  };
}

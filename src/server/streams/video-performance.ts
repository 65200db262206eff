import { at } from '../core/normalise';
import { defineStream, type StreamField } from '../core/stream';
import { byDay, dayFields, OF_ALL, ofDay, weighted } from './analytics';
import { id, money, people, picked, quantity, text } from './field';

/** Texts of a list joined: of its elements, or of a key of each. */
const joined = (path: string, key: string, label: string, about: string): StreamField =>
  picked(text(path, label, about), (record) => {
    const list = at(record, path);
    if (!Array.isArray(list)) return undefined;
    return list.map((one) => String(key === '' ? one : at(one, key))).join(', ');
  });

/** Videos that show the shop's products. The row with the id 0 is what TikTok gives to no video. */
export const videoPerformance = defineStream({
  ...OF_ALL,
  ...byDay('video_day'),
  id: 'video_performance',
  label: 'Video performance by day',
  group: 'Video',
  about: 'TikTok’s own figures of each shoppable video by day of the shop’s calendar.',
  privacy: 'Names of creators’ accounts; nothing about buyers.',
  endpoint: ofDay('video_performance', '202605/shop_videos/performance', 'videos', {
    docs: 'https://partner.tiktokshop.com/docv2/page/get-shop-video-performance-list-202605',
  }),
  primaryKey: 'video_id',
  fields: {
    ...dayFields('video_day', 'Video Day', 'gmv.currency'),
    video_id: id('id', 'Video ID', 'TikTok’s number of the video; 0 for sales that belong to none.'),
    video_title: text('title', 'Video Title', 'What the video is called.'),
    video_username: text('username', 'Video Account', 'The account that posted the video.'),
    video_author_id: id('creator.open_id', 'Video Creator ID', 'TikTok’s code of the creator for this app.'),
    video_account_type: text(
      'creator.author_type',
      'Video Account Type',
      'OFFICIAL_ACCOUNTS, MARKETING_ACCOUNTS or AFFILIATE_ACCOUNTS.',
    ),
    video_post_time: text(
      'video_post_time',
      'Video Post Time',
      'When the video was posted, as TikTok writes it: it names no zone.',
    ),
    video_hash_tags: joined('hash_tags', '', 'Video Hashtags', 'The hashtags of the video.'),
    video_product_ids: joined('products', 'id', 'Video Product IDs', 'The products that the video shows.'),
    video_product_names: joined(
      'products',
      'name',
      'Video Products',
      'Names of the products that the video shows.',
    ),
    video_duration: quantity('duration', 'Video Duration', 'Length of the video in seconds.'),
    video_gmv: money('gmv.amount', 'Video GMV', 'What was paid for orders placed from the video.'),
    video_sku_orders: quantity('sku_orders', 'Video SKU Orders', 'Paid SKU orders placed from the video.'),
    video_items_sold: quantity('items_sold', 'Video Items Sold', 'Units sold from the video.'),
    video_views: quantity('views', 'Video Views', 'Times the video was seen.'),
    video_customers: people(
      'avg_customers',
      'Avg. Video Customers',
      'Buyers of a video on a day; of several the mean, since one buyer may be in many.',
    ),
    video_clicks: weighted(
      'click_through_rate',
      'views',
      'Video Product Clicks (estimate)',
      'Clicks on products: TikTok gives only their share of the views, in four decimals.',
    ),
  },
});

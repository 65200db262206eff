import type { ReadyReport } from '../../../shared/report';
import { ready } from './make';

const down = (field: string) => ({ sort: [{ field, descending: true }] });
const GROUP = 'TikTok’s own figures';

/** What TikTok counts itself: by day and hour, product, video and LIVE, and how it agrees with the orders. */
export const analyticsReports: readonly ReadyReport[] = [
  ready(
    GROUP,
    'TikTok GMV by Day',
    'What Seller Center shows each day.',
    'tt_gmv tt_orders tt_items_sold tt_customers tt_visitors tt_conversion_rate',
    'date',
  ),
  ready(
    GROUP,
    'Channel Split',
    'Through what products sold each day. Affiliates’ LIVEs and videos are part of LIVE and Videos too.',
    'tt_gmv tt_gmv_live tt_gmv_video tt_gmv_product_card affiliates_gmv',
    'date',
  ),
  ready(
    GROUP,
    'Today by Hour',
    'How today goes, by hour of the shop’s own day.',
    'hourly_gmv hourly_items_sold hourly_customers hourly_visitors',
    'shop_hour',
    { range: 'today' },
  ),
  ready(
    GROUP,
    'Product Funnel',
    'From being seen to being bought, by product.',
    'product_impressions product_clicks product_ctr product_adds product_add_rate product_orders product_ctor product_gmv',
    'product_name product_id',
    down('product_gmv'),
  ),
  ready(
    GROUP,
    'Top Videos',
    'Which videos sell.',
    'video_gmv video_gpm video_views video_ctr video_sku_orders video_items_sold',
    'video_id video_title video_username video_account_type video_post_time',
    { ...down('video_gmv'), limit: 100 },
  ),
  ready(
    GROUP,
    'LIVE Sessions',
    'Each LIVE with what it sold and how it was watched.',
    'live_gmv live_sku_orders live_items_sold live_views live_viewers live_pcu live_likes live_comments live_shares live_ctr live_gpm',
    'live_id live_title live_username live_start_time live_end_time',
    down('live_start_time'),
  ),
  ready(
    GROUP,
    'LIVE by Day',
    'What LIVEs sold each day.',
    'live_gmv live_sku_orders live_items_sold live_views live_product_clicks live_new_followers',
    'date',
  ),
  ready(
    GROUP,
    'SKU Performance',
    'What each variant sold.',
    'sku_gmv sku_paid_orders sku_items_sold',
    'product_name seller_sku sku_id',
    down('sku_gmv'),
  ),
  ready(
    GROUP,
    'Reconciliation',
    'GMV by orders against TikTok’s own each day, and what lies between: shipping, tax, other fees and the unexplained make up the difference. Choose the shop’s time zone.',
    'gmv tt_gmv gmv_difference shipping_fee tax_amount other_buyer_fees gmv_unexplained paid_orders tt_orders orders_difference',
    'date',
    { totals: true },
  ),
];

import type { Layout } from './layout';

export const content: Layout = {
  cards: [
    { label: 'LIVE GMV', metric: 'live_gmv' },
    { label: 'LIVE views', metric: 'live_views' },
    { label: 'LIVE GMV per 1,000 views', metric: 'live_gpm' },
    { label: 'Video GMV', metric: 'video_gmv' },
    { label: 'Video views', metric: 'video_views' },
    { label: 'Video GMV per 1,000 views', metric: 'video_gpm' },
  ],
  bands: [
    [
      {
        title: 'GMV of LIVEs and videos by day',
        chart: 'COLUMN',
        stacked: true,
        query: { metrics: 'tt_gmv_live,tt_gmv_video', dimensions: 'date' },
      },
      {
        title: 'LIVE views by day',
        chart: 'LINE',
        query: { metrics: 'live_views', dimensions: 'date', options: 'dense' },
      },
    ],
    [
      {
        title: 'Best LIVEs',
        rows: 15,
        query: {
          metrics: 'live_gmv,live_items_sold,live_views,live_ctr,live_gpm',
          dimensions: 'live_title,live_username,date',
          options: 'sort=-live_gmv; limit=15',
        },
      },
      {
        title: 'Best videos',
        rows: 15,
        query: {
          metrics: 'video_gmv,video_views,video_ctr,video_gpm',
          dimensions: 'video_title,video_username',
          // Of some videos TikTok tells nothing but sums.
          filters: 'video_title!=',
          options: 'sort=-video_gmv; limit=15',
        },
      },
    ],
  ],
};

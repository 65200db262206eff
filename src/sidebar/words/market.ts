/** TikTok's two worlds in words. */
import type { Market } from '../../shared/api';

export const MARKETS: Record<Market, { label: string; about: string }> = {
  us: { label: 'United States', about: 'Shops that sell in the US have a TikTok Shop system of their own.' },
  global: {
    label: 'Any other country',
    about: 'Europe, Southeast Asia, Japan, Mexico, Brazil and all others share one.',
  },
};

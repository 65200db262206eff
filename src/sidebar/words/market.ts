/** TikTok's regions in words. Each has a Seller Center of its own; the US also has its own apps. */
import type { Market } from '../../shared/api';

interface Region {
  label: string;
  about: string;
  market: Market;
}

export const REGIONS: readonly Region[] = [
  { label: 'United States', about: 'Seller Center US', market: 'us' },
  { label: 'United Kingdom', about: 'Seller Center UK', market: 'global' },
  {
    label: 'Southeast Asia',
    about: 'Indonesia, Malaysia, Philippines, Singapore, Thailand, Vietnam',
    market: 'global',
  },
  { label: 'European Union', about: 'France, Germany, Ireland, Italy, Spain', market: 'global' },
  { label: 'Latin America', about: 'Brazil, Mexico', market: 'global' },
  { label: 'Japan and any other country', about: 'The Seller Center of that country', market: 'global' },
];

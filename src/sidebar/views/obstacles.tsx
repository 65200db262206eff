import { SELLER_PROBLEMS } from '../../shared/problems/seller';

const SHOWN_BY_TIKTOK = ['not_owner', 'app_not_approved', 'shop_inactive'] as const;

/** What TikTok says on its own page only: nobody comes back from there to be told by us. */
export const Obstacles = () => (
  <details class="fold">
    <summary>TikTok shows an error</summary>
    <ul class="plain-list small">
      {SHOWN_BY_TIKTOK.map((code) => (
        <li key={code}>
          {SELLER_PROBLEMS[code].text} <span class="quiet">{SELLER_PROBLEMS[code].next}</span>
        </li>
      ))}
      <li>
        You are signed in to another Seller Center than you chose.{' '}
        <span class="quiet">Go back and choose its region.</span>
      </li>
    </ul>
  </details>
);

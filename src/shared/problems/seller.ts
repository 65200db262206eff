import { entries, entry } from './entry';

/** The seller’s own obstacles. Some of them TikTok shows on its own page only, so the sidebar names them beforehand. */
export const SELLER_PROBLEMS = entries({
  wrong_market: entry(
    'reauthorize',
    'The market you chose is not that of {what}.',
    'Connect again and choose the region of the shop’s own Seller Center.',
  ),
  no_shops: entry(
    'reauthorize',
    'TikTok granted access, but to no shop.',
    'Connect again with the account that owns the shop.',
  ),
  not_owner: entry(
    'reauthorize',
    'Only the Shop Owner or an Admin of the shop may connect it.',
    'Sign in at TikTok with such an account, or ask one of them to connect.',
  ),
  shop_moved: entry(
    'reauthorize',
    'The authorization no longer covers {what}: the shop may have a new owner.',
    'Ask its present owner to connect it. What is stored stays.',
  ),
  app_not_approved: entry(
    'configure',
    'TikTok has not approved or published the app yet.',
    'See its state in Partner Center; until then only test shops and your own shop can connect.',
  ),
  shop_inactive: entry(
    'configure',
    'TikTok says that the shop or seller is not active: suspended, closed or still in review.',
    'Check its state in Seller Center. What is stored stays.',
  ),
});

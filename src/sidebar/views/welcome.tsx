import { SAMPLE_SHOP } from '../../shared/sample-shop';
import type { Send } from '../state/event';
import { Button } from './button';
import { Title } from './title';

/** The very first view: ways to begin, and where the data goes. */
export const Welcome = ({ hasSample, send }: { hasSample: boolean; send: Send }) => (
  <div class="welcome">
    <Picture />
    <Title text="Your shop’s figures, in this sheet" />
    <p>Pick a shop, the fields and the days. The report appears in a tab of its own.</p>
    {hasSample && (
      <Button look="primary" onClick={() => send({ type: 'newReport', shops: [SAMPLE_SHOP] })}>
        Try the sample shop
      </Button>
    )}
    {hasSample && (
      <Button look="outlined" onClick={() => send({ type: 'go', to: 'dashboards' })}>
        See a sample dashboard
      </Button>
    )}
    <Button look={hasSample ? 'outlined' : 'primary'} onClick={() => send({ type: 'connect' })}>
      Connect TikTok Shop
    </Button>
    <p class="quiet small">
      {hasSample && 'The sample shop has made-up data and needs no sign-in. '}
      Data goes from TikTok straight into your Google account; nobody stands in between.
    </p>
  </div>
);

/** A small sheet with a rising row of bars. */
const Picture = () => (
  <svg class="picture" viewBox="0 0 168 104" width="168" height="104" aria-hidden="true" focusable="false">
    <rect class="p-sheet" x="12" y="8" width="144" height="88" rx="10" />
    <path class="p-line" d="M12 30h144M12 52h144M12 74h144M48 8v88M84 8v88M120 8v88" />
    <path class="p-head" d="M22 8h124a10 10 0 0 1 10 10v12H12V18A10 10 0 0 1 22 8z" />
    <rect class="p-bar a" x="57" y="64" width="18" height="24" rx="4" />
    <rect class="p-bar b" x="93" y="50" width="18" height="38" rx="4" />
    <rect class="p-bar c" x="129" y="38" width="18" height="50" rx="4" />
    <path class="p-text" d="M22 19h14M58 19h16M94 19h12M130 19h14M22 41h16M22 63h12M22 85h18" />
  </svg>
);

import type { Market } from '../../shared/api';
import type { Send } from '../state/event';
import { MARKETS } from '../words/market';
import { Icon } from './icon';

export const MarketChoice = ({ send }: { send: Send }) => (
  <>
    <p>Where does the shop sell?</p>
    <ul class="choices">
      {(Object.keys(MARKETS) as Market[]).map((market) => (
        <li key={market}>
          <button type="button" class="choice" onClick={() => send({ type: 'market', market })}>
            <span class="grow">
              <span class="choice-label">{MARKETS[market].label}</span>
              <span class="quiet small">{MARKETS[market].about}</span>
            </span>
            <Icon name="chevron" />
          </button>
        </li>
      ))}
    </ul>
    <p class="quiet small">
      Sign in at TikTok with the seller’s main account. What is loaded is kept in a hidden tab of this file:
      whoever can copy the file has it too.
    </p>
  </>
);

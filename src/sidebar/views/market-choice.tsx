import type { Send } from '../state/event';
import { REGIONS } from '../words/market';
import { Icon } from './icon';

export const MarketChoice = ({ send }: { send: Send }) => (
  <>
    <p>Where does the shop sell? Each region has a Seller Center of its own.</p>
    <ul class="choices">
      {REGIONS.map(({ label, about, market }) => (
        <li key={label}>
          <button type="button" class="choice" onClick={() => send({ type: 'market', market })}>
            <span class="grow">
              <span class="choice-label">{label}</span>
              <span class="quiet small">{about}</span>
            </span>
            <Icon name="chevron" />
          </button>
        </li>
      ))}
    </ul>
    <p class="quiet small">
      What is loaded is kept in a hidden tab of this file: whoever can copy the file has it too.
    </p>
  </>
);

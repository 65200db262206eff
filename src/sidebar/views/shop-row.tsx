import type { Shop } from '../../shared/api';
import { loadingOf } from '../state/backfill';
import { moment } from '../words/moment';
import { region } from '../words/region';
import { stretchWords } from '../words/stretch';
import { Button } from './button';
import { Icon } from './icon';
import type { ShopListProps } from './shop-list';

/** A shop: up to when it is loaded, whether it is kept so, and the way to its past. */
export function ShopRow({ shop, overview, state, send }: ShopListProps & { shop: Shop }) {
  const { id, name, connection } = shop;
  const status = state.statuses.flatMap(({ shops }) => shops).find((one) => one.id === id);
  const loading = loadingOf(state, id);
  const changed = state.pending.setUpkeep?.input;
  const changing = changed?.shop === id;
  return (
    <li class="shop">
      <Icon name="shop" />
      <div class="grow">
        <span class="shop-name">{name}</span>
        <span class="quiet small">
          {connection === undefined
            ? 'Made-up data to try things with'
            : `${region(shop.region)} · ${shop.currency}`}
        </span>
        {connection !== undefined && (
          <>
            {status && (
              <p class="quiet small">
                {status.synced
                  ? `Fresh since ${moment(status.synced, overview.today)}`
                  : 'Nothing loaded yet'}
              </p>
            )}
            {loading && <p class="quiet small">{stretchWords(loading)}</p>}
            <label class="check">
              <input
                type="checkbox"
                checked={changing ? changed.on : shop.upkeep === true}
                aria-busy={changing ? 'true' : undefined}
                aria-disabled={changed ? 'true' : undefined}
                // One change at a time; not `disabled`, which would take the focus away.
                onClick={(event) => {
                  if (changed) event.preventDefault();
                }}
                onChange={(event) => send({ type: 'upkeep', shop: id, on: event.currentTarget.checked })}
              />
              <span>
                Keep fresh daily<span class="unseen">: {name}</span>
              </span>
            </label>
            <Button
              look="text"
              name={`${loading ? 'Show loading of' : 'Load older orders of'} ${name}`}
              onClick={() => send({ type: 'backfill', shop: id })}
            >
              {loading ? 'Show loading' : 'Load older orders'}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

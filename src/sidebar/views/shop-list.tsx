import type { Connection, Overview } from '../../shared/api';
import { askerId } from '../state/asked';
import type { ShopsPage } from '../state/state';
import type { ViewProps } from './app';
import { Button, IconButton } from './button';
import { Confirm } from './confirm';
import { ConnectionDetails } from './connection-details';
import { Icon } from './icon';
import { ProblemNote } from './note';
import { ShopRow } from './shop-row';

export interface ShopListProps extends ViewProps<ShopsPage> {
  overview: Overview;
}

export function ShopList(props: ShopListProps) {
  const { connections, shops } = props.overview;
  const loose = shops.filter((shop) => !connections.some(({ id }) => id === shop.connection));
  return (
    <>
      {connections.map((connection) => (
        <ConnectionCard key={connection.id} {...props} connection={connection} />
      ))}
      {loose.length > 0 && (
        <ul class="plain-list">
          {loose.map((shop) => (
            <ShopRow key={shop.id} {...props} shop={shop} />
          ))}
        </ul>
      )}
    </>
  );
}

function ConnectionCard(props: ShopListProps & { connection: Connection }) {
  const { connection, overview, state, page, send } = props;
  const { id, seller, market } = connection;
  const status = state.statuses.find((one) => one.connection === id);
  const lapsed = connection.state === 'reauthorize';
  const asked = { what: 'connection', id } as const;
  const confirming = page.confirming?.what === 'connection' && page.confirming.id === id;
  const own = overview.shops.filter((shop) => shop.connection === id);
  return (
    <section class="card connection" aria-label={seller}>
      <div class="card-head">
        <div class="grow">
          <h2 class="card-title">{seller}</h2>
          <p class={lapsed ? 'state bad' : 'state good'}>
            <Icon name={lapsed ? 'warn' : 'check'} />
            {lapsed
              ? 'Needs to be connected again'
              : `Connected${market === 'us' ? ' · TikTok Shop US' : ''}`}
          </p>
        </div>
        <IconButton
          icon="close"
          id={askerId(asked)}
          name={`Disconnect ${seller}`}
          onClick={() => send({ type: 'confirm', ...asked })}
        />
      </div>
      {status?.problem && !lapsed && !confirming && (
        <ProblemNote problem={status.problem} send={send} offers={{}} />
      )}
      {lapsed && !confirming && (
        <Button look="outlined" name={`Connect again: ${seller}`} onClick={() => send({ type: 'connect' })}>
          Connect again
        </Button>
      )}
      {confirming && (
        <Confirm
          question={`Disconnect ${seller}? Reports and the data in this file stay. At TikTok the app stays allowed until it is removed in Seller Center.`}
          yes="Disconnect"
          busy={state.pending.disconnect !== undefined}
          onYes={() => send({ type: 'disconnect', id })}
          send={send}
        />
      )}
      {own.length > 0 && (
        <ul class="plain-list">
          {own.map((shop) => (
            <ShopRow key={shop.id} {...props} shop={shop} />
          ))}
        </ul>
      )}
      {status && <ConnectionDetails status={status} today={overview.today} />}
    </section>
  );
}

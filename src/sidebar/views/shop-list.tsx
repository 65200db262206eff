import type { Connection, Overview, Shop } from '../../shared/api';
import type { HomePage } from '../state/state';
import { region } from '../words/region';
import type { ViewProps } from './app';
import { Button, IconButton } from './button';
import { Confirm } from './confirm';
import { ConnectionDetails } from './connection-details';
import { Icon } from './icon';
import { ProblemNote } from './note';

interface ShopListProps extends ViewProps<HomePage> {
  overview: Overview;
}

export function ShopList(props: ShopListProps) {
  const { overview, send } = props;
  const { connections, shops } = overview;
  const loose = shops.filter((shop) => !connections.some(({ id }) => id === shop.connection));
  return (
    <section class="shops" aria-labelledby="shops-title">
      <h2 id="shops-title" class="section-title">
        Shops
      </h2>
      {connections.map((connection) => (
        <ConnectionRow key={connection.id} {...props} connection={connection} />
      ))}
      {loose.length > 0 && (
        <ul class="plain-list">
          {loose.map((shop) => (
            <ShopRow key={shop.id} shop={shop} />
          ))}
        </ul>
      )}
      <Button look="text" icon="add" onClick={() => send({ type: 'connect' })}>
        {connections.length === 0 ? 'Connect TikTok Shop' : 'Connect another seller'}
      </Button>
    </section>
  );
}

function ConnectionRow(props: ShopListProps & { connection: Connection }) {
  const { connection, overview, state, page, send } = props;
  const { id, seller, market } = connection;
  const status = state.statuses.find((one) => one.connection === id);
  const lapsed = connection.state === 'reauthorize';
  const confirming = page.confirming?.what === 'connection' && page.confirming.id === id;
  return (
    <div class="connection">
      <div class="card-head">
        <div class="grow">
          <h3 class="seller">{seller}</h3>
          <p class={lapsed ? 'state bad' : 'state good'}>
            <Icon name={lapsed ? 'warn' : 'check'} />
            {lapsed
              ? 'Needs to be connected again'
              : `Connected${market === 'us' ? ' · TikTok Shop US' : ''}`}
          </p>
        </div>
        <IconButton
          icon="close"
          id={`connection-${id}`}
          name={`Disconnect ${seller}`}
          onClick={() => send({ type: 'confirm', what: 'connection', id })}
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
      <ul class="plain-list">
        {overview.shops
          .filter((shop) => shop.connection === id)
          .map((shop) => (
            <ShopRow key={shop.id} shop={shop} />
          ))}
      </ul>
      {status && <ConnectionDetails status={status} today={overview.today} />}
    </div>
  );
}

const ShopRow = ({ shop }: { shop: Shop }) => (
  <li class="shop">
    <Icon name="shop" />
    <span class="grow">
      <span class="shop-name">{shop.name}</span>
      <span class="quiet small">
        {shop.connection === undefined
          ? 'Made-up data to try things with'
          : `${region(shop.region)} · ${shop.currency}`}
      </span>
    </span>
  </li>
);

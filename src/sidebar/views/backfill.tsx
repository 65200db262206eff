import { loadingOf } from '../state/backfill';
import type { BackfillPage } from '../state/state';
import { count } from '../words/count';
import { day } from '../words/days';
import type { ViewProps } from './app';
import { BackfillChoice } from './backfill-choice';
import { BackfillProgress } from './backfill-progress';
import { Button } from './button';
import { Icon } from './icon';
import { Title } from './title';

export function BackfillView(props: ViewProps<BackfillPage>) {
  const { state, page, send } = props;
  const { finished } = page;
  const shop = state.overview?.shops.find(({ id }) => id === page.shop)?.name ?? page.shop;
  const loading = loadingOf(state, page.shop);
  return (
    <main class="view">
      <Title text="Older orders" onBack={() => send({ type: 'go', to: 'shops' })} />
      {finished ? (
        <>
          <div class="done">
            <span class="done-mark" aria-hidden="true">
              <Icon name="check" />
            </span>
            <h2>The past is loaded</h2>
            <p class="quiet">
              {count(finished.done, 'order')} of <strong>{shop}</strong> since {day(finished.since)}
            </p>
          </div>
          <div class="actions stacked">
            <Button look="primary" onClick={() => send({ type: 'newReport', shops: [page.shop] })}>
              New report
            </Button>
            <Button look="text" onClick={() => send({ type: 'go', to: 'shops' })}>
              Back to shops
            </Button>
          </div>
        </>
      ) : loading ? (
        <BackfillProgress {...props} shop={shop} loading={loading} />
      ) : (
        <BackfillChoice {...props} shop={shop} />
      )}
    </main>
  );
}

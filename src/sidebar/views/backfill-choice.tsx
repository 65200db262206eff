import type { BackfillEstimate, QuotaInfo } from '../../shared/api';
import { FIRST_DAY, PASTS } from '../report/past';
import type { BackfillPage } from '../state/state';
import { count } from '../words/count';
import { day as dayOf } from '../words/days';
import { size } from '../words/size';
import type { ViewProps } from './app';
import { Button } from './button';
import { Choice } from './choice';
import { DayField } from './day-field';
import { Failure } from './failure';
import { Note } from './note';
import { Waiting } from './waiting';

/** From when on, and what that would take; nothing is loaded before the button. */
export function BackfillChoice({ state, page, send, shop }: ViewProps<BackfillPage> & { shop: string }) {
  const { estimate } = page;
  const starting = state.pending.startBackfill !== undefined;
  return (
    <>
      <p>
        Orders of <strong>{shop}</strong> that are stored once stay in this file, so that reports of the past
        are quick.
      </p>
      <Choice
        id="past"
        label="How far back"
        value={page.from}
        options={PASTS}
        onChange={(from) => send({ type: 'from', from })}
      />
      {page.from === 'day' && (
        <DayField
          label="First day"
          value={page.day}
          min={FIRST_DAY}
          max={state.overview?.today ?? ''}
          onChange={(day) => send({ type: 'fromDay', day })}
        />
      )}
      <Failure state={state} of={['startBackfill', 'estimateBackfill', 'quota']} send={send} />
      {state.pending.estimateBackfill && <Waiting what="Asking TikTok how many orders there are…" />}
      {estimate && estimate.orders === 0 && (
        <Note tone="good">
          There is nothing to load: all orders since {dayOf(estimate.since)} are stored.
        </Note>
      )}
      {estimate && estimate.orders > 0 && (
        <>
          <Facts estimate={estimate} quota={state.quota} />
          <Button look="primary" busy={starting} onClick={() => send({ type: 'load' })}>
            {starting ? 'Starting…' : `Load ${count(estimate.orders, 'order')}`}
          </Button>
        </>
      )}
    </>
  );
}

function Facts({ estimate, quota }: { estimate: BackfillEstimate; quota: QuotaInfo | null }) {
  const { orders, calls, minutes, days, characters } = estimate;
  const tooMany = quota !== null && calls > quota.calls.limit - quota.calls.used;
  return (
    <>
      <dl class="facts">
        <dt>Orders</dt>
        <dd>{orders.toLocaleString('en-US')}</dd>
        <dt>Requests to TikTok</dt>
        <dd>about {calls.toLocaleString('en-US')}</dd>
        {quota && (
          <>
            <dt>Requests used today</dt>
            <dd>
              {quota.calls.used.toLocaleString('en-US')} of {quota.calls.limit.toLocaleString('en-US')}
            </dd>
          </>
        )}
        <dt>With this sidebar open</dt>
        <dd>about {count(minutes, 'minute')}</dd>
        <dt>By itself, once an hour</dt>
        <dd>about {count(days, 'day')}</dd>
        <dt>This file grows by</dt>
        <dd>about {size(characters)}</dd>
      </dl>
      {tooMany && (
        <Note tone="warn">
          That is more than Google allows today. When the day’s quota is used up, loading goes on by itself
          the next day.
        </Note>
      )}
    </>
  );
}

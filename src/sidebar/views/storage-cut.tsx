import type { Storage } from '../../shared/api';
import { parseDay } from '../../shared/day';
import { AGES, cutDay, older } from '../report/cut';
import { askerId } from '../state/asked';
import type { StoragePage } from '../state/state';
import { count } from '../words/count';
import { day as dayOf } from '../words/days';
import { size } from '../words/size';
import type { ViewProps } from './app';
import { Button } from './button';
import { Choice } from './choice';
import { Confirm } from './confirm';
import { DayField } from './day-field';

/** Removing what is old, asked for twice: TikTok may have it no more. */
export function StorageCut({ state, page, send, storage }: ViewProps<StoragePage> & { storage: Storage }) {
  const { overview } = state;
  const today = overview?.today ?? '';
  const day = cutDay(page, parseDay(today));
  const gone = day === null ? null : older(storage, page.shop, day);
  const shops = [...new Set(storage.partitions.map(({ shop }) => shop))].map((id) => ({
    id,
    label: overview?.shops.find((shop) => shop.id === id)?.name ?? `Shop ${id}`,
  }));
  const asked = { what: 'cut', id: 'storage' } as const;
  return (
    <section class="part" aria-labelledby="cut-title">
      <h2 id="cut-title" class="section-title">
        Remove old data
      </h2>
      {shops.length > 1 && (
        <Choice
          id="cut-shop"
          label="Of"
          value={page.shop}
          options={[{ id: '', label: 'All shops' }, ...shops]}
          onChange={(shop) => send({ type: 'cutting', change: { shop } })}
        />
      )}
      <Choice
        id="cut-age"
        label="How much stays"
        value={page.keep}
        options={AGES}
        onChange={(keep) => send({ type: 'cutting', change: { keep } })}
      />
      {page.keep === 'day' && (
        <DayField
          label="First day that stays"
          value={page.day}
          max={today}
          onChange={(first) => send({ type: 'cutting', change: { day: first } })}
        />
      )}
      {gone && (
        <p class="small">
          {gone.rows === 0
            ? `Nothing stored is older than ${dayOf(day ?? '')}.`
            : `Up to ${count(gone.rows, 'row')} (${size(gone.characters)}) from before ${dayOf(day ?? '')} would go.`}
        </p>
      )}
      {page.confirming && day !== null ? (
        <Confirm
          question={`Remove what changed last before ${dayOf(day)}? TikTok may no longer have it, and reports of those days will lack it.`}
          yes="Remove"
          busy={state.pending.cutStorage !== undefined}
          onYes={() => send({ type: 'cut' })}
          send={send}
        />
      ) : (
        <Button
          look="outlined"
          id={askerId(asked)}
          disabled={!gone || gone.rows === 0}
          onClick={() => send({ type: 'confirm', ...asked })}
        >
          Remove old data
        </Button>
      )}
    </section>
  );
}

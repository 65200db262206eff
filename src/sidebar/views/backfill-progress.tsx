import type { Backfill } from '../../shared/api';
import type { BackfillPage } from '../state/state';
import { day } from '../words/days';
import { stretchWords } from '../words/stretch';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Meter } from './meter';

interface BackfillProgressProps extends ViewProps<BackfillPage> {
  shop: string;
  loading: Backfill;
}

export function BackfillProgress({ state, send, shop, loading }: BackfillProgressProps) {
  const { done, total, paused, since } = loading;
  const { pauseBackfill, cancelBackfill } = state.pending;
  return (
    <>
      <p>
        <strong>{shop}</strong>, orders since {day(since)}, newest first
      </p>
      <Meter name="Orders loaded" value={total && done} max={total ?? 0} still={paused} />
      <p>{stretchWords(loading)}</p>
      <Failure state={state} of={['continueBackfill', 'pauseBackfill', 'cancelBackfill']} send={send} />
      <div class="actions">
        <Button
          look={paused ? 'primary' : 'outlined'}
          icon={paused ? 'play' : 'pause'}
          busy={pauseBackfill !== undefined}
          disabled={cancelBackfill !== undefined}
          onClick={() => send({ type: 'pauseBackfill', paused: !paused })}
        >
          {pauseBackfill ? (paused ? 'Resuming…' : 'Pausing…') : paused ? 'Resume' : 'Pause'}
        </Button>
        <Button
          look="text"
          busy={cancelBackfill !== undefined}
          onClick={() => send({ type: 'cancelBackfill' })}
        >
          {cancelBackfill ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
      <p class="quiet small">
        {pauseBackfill || cancelBackfill
          ? 'The step under way is finished first.'
          : paused
            ? 'What is loaded stays. Nothing more is loaded until you resume.'
            : 'Quickest while this is open. If you leave or close the file, loading goes on by itself once an hour.'}
      </p>
    </>
  );
}

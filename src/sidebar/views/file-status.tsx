import type { Overview } from '../../shared/api';
import type { Send } from '../state/event';
import { ailmentOf } from '../state/health';
import type { State } from '../state/state';
import { freshWords } from '../words/fresh';
import { moment } from '../words/moment';
import { stretchWords } from '../words/stretch';
import { Button } from './button';
import { Icon } from './icon';
import { ProblemNote } from './note';

interface FileStatusProps {
  overview: Overview;
  state: State;
  send: Send;
}

/** How this file is: fresh up to when, refreshed next when, and what is wrong, with the one next step. */
export function FileStatus({ overview, state, send }: FileStatusProps) {
  const { today, schedules, reports, backfills, shops } = overview;
  const fresh = freshWords(state.statuses, today);
  const [next] = [...(schedules?.reports ?? [])].sort((a, b) => (a.nextRun < b.nextRun ? -1 : 1));
  const name = reports.find(({ definition }) => definition.id === next?.reportId)?.definition.name;
  const loading = backfills.filter((one) => shops.some(({ id }) => id === one.shop));
  const ailment = ailmentOf(state);
  if (!fresh && !next && loading.length === 0 && !ailment) return null;
  return (
    <section class="status" aria-label="Status of this file">
      {(fresh || next || loading.length > 0) && (
        <div class="status-box">
          {fresh && (
            <p class="meta">
              <Icon name="check" />
              <span>{fresh}</span>
            </p>
          )}
          {next && (
            <p class="meta">
              <Icon name="clock" />
              <span>
                Next refresh {moment(next.nextRun, today)}: {name}
              </span>
            </p>
          )}
          {loading.map((backfill) => {
            const shop = shops.find(({ id }) => id === backfill.shop)?.name ?? backfill.shop;
            return (
              <p key={backfill.shop} class="meta">
                <Icon name={backfill.paused ? 'pause' : 'refresh'} />
                <span class="grow">
                  {shop}. {stretchWords(backfill)}
                </span>
                <Button
                  look="text"
                  name={`Show loading of ${shop}`}
                  onClick={() => send({ type: 'backfill', shop: backfill.shop })}
                >
                  Show
                </Button>
              </p>
            );
          })}
        </div>
      )}
      <ProblemNote
        problem={ailment}
        busy={state.pending.overview !== undefined}
        send={send}
        offers={{ again: { type: 'lookAgain' } }}
      />
    </section>
  );
}

import type { Run } from '../../shared/api';
import type { Send } from '../state/event';
import type { State } from '../state/state';
import { progressWords } from '../words/progress';
import { Button } from './button';

interface UnfinishedCardProps {
  run: Run;
  state: State;
  send: Send;
}

export const UnfinishedCard = ({ run, state, send }: UnfinishedCardProps) => (
  <section class="card tinted" aria-label="Unfinished run">
    <h2 class="card-title">{run.reportName} is not finished</h2>
    <p class="quiet">
      {run.problem ? `${run.problem.text} ${run.problem.next}` : `It stopped at: ${progressWords(run)}`}
    </p>
    <div class="actions">
      <Button look="outlined" icon="play" onClick={() => send({ type: 'continueRun' })}>
        Continue
      </Button>
      <Button
        look="text"
        name="Cancel the unfinished run"
        busy={state.pending.cancelRun !== undefined}
        onClick={() => send({ type: 'cancelUnfinished' })}
      >
        Cancel
      </Button>
    </div>
  </section>
);

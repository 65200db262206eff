import { RUN, STAY } from '../state/build';
import type { BuildPage } from '../state/state';
import { count } from '../words/count';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';

const WRITES = {
  new: 'Writes to a tab of its own',
  sheet: 'Writes to the chosen tab',
  cell: 'Writes from the chosen cell on',
};

interface BuildFooterProps extends ViewProps<BuildPage> {
  /** Issues found when Run was tried. */
  count: number;
}

export function BuildFooter({ state, page, send, count: issues }: BuildFooterProps) {
  const starting = state.pending.startRun !== undefined;
  if (page.leaving)
    return (
      <footer class="bar">
        <span class="grow">Discard your changes?</span>
        <Button look="danger" onClick={() => send({ type: 'leave' })}>
          Discard
        </Button>
        <Button look="text" id={STAY} onClick={() => send({ type: 'stay' })}>
          Keep
        </Button>
      </footer>
    );
  return (
    <footer class="bar">
      <Failure state={state} of={['startRun']} send={send} />
      <span class="quiet small grow">
        {issues > 0 ? `${count(issues, 'thing')} to correct` : WRITES[page.draft?.target.kind ?? 'new']}
      </span>
      <Button look="primary" icon="play" id={RUN} busy={starting} onClick={() => send({ type: 'run' })}>
        {starting ? 'Starting…' : 'Run'}
      </Button>
    </footer>
  );
}

import { isOver } from '../state/run';
import type { RunPage } from '../state/state';
import type { ViewProps } from './app';
import { RunEnd } from './run-end';
import { RunProgress } from './run-progress';
import { Title } from './title';

export function RunView(props: ViewProps<RunPage>) {
  const { run } = props.page;
  const { round } = props.state;
  return (
    <main class="view">
      <Title text={run.reportName} onBack={() => props.send({ type: 'home' })} />
      {round && (
        <p class="quiet">
          Report {round.outcomes.length + 1} of {round.outcomes.length + 1 + round.left.length}
        </p>
      )}
      {isOver(run) ? <RunEnd {...props} /> : <RunProgress {...props} />}
    </main>
  );
}

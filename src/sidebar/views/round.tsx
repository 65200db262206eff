import type { RoundPage } from '../state/state';
import { count } from '../words/count';
import type { ViewProps } from './app';
import { Button } from './button';
import { Icon } from './icon';
import { Title } from './title';

/** How refreshing all of them went. */
export function RoundView({ state, page, send }: ViewProps<RoundPage>) {
  const { outcomes, left } = page;
  const done = outcomes.filter(({ problem }) => !problem).length;
  const names = state.overview?.reports.filter(({ definition }) => left.includes(definition.id)) ?? [];
  return (
    <main class="view">
      <Title text={`${done} of ${count(outcomes.length + left.length, 'report')} refreshed`} />
      <ul class="log">
        {outcomes.map(({ name, problem }, i) => (
          <li key={`${name} ${i}`}>
            <p class="pair-line">
              <strong>{name}</strong>
              <span class={problem ? 'state bad' : 'state good'}>
                <Icon name={problem ? 'warn' : 'check'} />
                {problem ? 'Failed' : 'Done'}
              </span>
            </p>
            {problem && (
              <p class="small">
                {problem.text} {problem.next}
              </p>
            )}
          </li>
        ))}
        {names.map(({ definition }) => (
          <li key={definition.id} class="pair-line">
            <strong>{definition.name}</strong>
            <span class="quiet small">Not reached</span>
          </li>
        ))}
      </ul>
      <Button look="primary" onClick={() => send({ type: 'home' })}>
        Back to reports
      </Button>
    </main>
  );
}

import type { RunPage } from '../state/state';
import { amountWords, PHASES } from '../words/progress';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Icon } from './icon';
import { Meter } from './meter';
import { Note, ProblemNote } from './note';

const ORDER = ['sync', 'compute', 'write'] as const;

export function RunProgress({ state, page, send }: ViewProps<RunPage>) {
  const { run, cancelling, paused } = page;
  const failed = state.failed.continueRun || state.failed.cancelRun;
  const at = run.phase === 'done' ? ORDER.length : ORDER.indexOf(run.phase);
  const resume = { type: 'nextSlice', runId: run.id } as const;
  return (
    <>
      <Meter
        name={run.phase === 'sync' ? 'Records loaded' : 'Progress'}
        value={run.phase === 'sync' ? run.total && run.done : null}
        max={run.total ?? 0}
        still={paused}
      />
      <ol class="phases">
        {ORDER.map((phase, index) => (
          <li key={phase} class={index < at ? 'past' : index === at ? 'now' : 'next'}>
            <span class="mark" aria-hidden="true">
              {index < at && <Icon name="check" />}
              {index === at && (paused ? <Icon name="pause" /> : <span class="spinner" />)}
            </span>
            <span class="grow">
              {PHASES[phase]}
              <span class="unseen">{index < at ? ' – done' : index === at ? ' – now' : ' – to come'}</span>
              {phase === 'sync' && index === at && <span class="quiet small amount">{amountWords(run)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <Failure state={state} of={['cancelRun', 'continueRun']} send={send} />
      {run.problem && paused && !failed && (
        <ProblemNote
          problem={run.problem}
          send={send}
          offers={{ again: resume, dismiss: { type: 'home' } }}
        />
      )}
      {run.problem && !paused && (
        <Note tone="info">
          {run.problem.text} {run.problem.next}
        </Note>
      )}
      <div class="actions">
        {paused && !failed && !run.problem && (
          <Button look="primary" onClick={() => send(resume)}>
            Continue
          </Button>
        )}
        <Button look="outlined" busy={cancelling} onClick={() => send({ type: 'cancel' })}>
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
      <p class="quiet small">
        {cancelling
          ? 'The step under way is finished first.'
          : paused
            ? 'What is loaded stays.'
            : 'Keep this sidebar open. If you leave, what is loaded stays, and you can continue later.'}
      </p>
    </>
  );
}

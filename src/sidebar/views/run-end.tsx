import type { RunPage } from '../state/state';
import { count } from '../words/count';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Icon } from './icon';
import { Note, ProblemNote } from './note';

export function RunEnd({ state, page, send }: ViewProps<RunPage>) {
  const { run } = page;
  const { result, problem, reportId } = run;
  const edit = { type: 'editReport', id: reportId } as const;
  const again = { type: 'runReport', id: reportId } as const;
  const back = (
    <Button look="text" onClick={() => send({ type: 'home' })}>
      Back to reports
    </Button>
  );
  if (run.cancelled)
    return (
      <>
        <p>The run was cancelled. What was loaded stays, so the next run is quicker.</p>
        {back}
      </>
    );
  if (problem && !result)
    return (
      <>
        <ProblemNote problem={problem} send={send} offers={{ again, edit, dismiss: { type: 'home' } }} />
        <Failure state={state} of={['startRun']} edit={edit} send={send} />
        {back}
      </>
    );
  return (
    <>
      <div class="done">
        <span class="done-mark" aria-hidden="true">
          <Icon name="check" />
        </span>
        <h2>{result && result.rows === 0 ? 'Done, but there are no rows' : 'Your report is ready'}</h2>
        {result && (
          <p class="quiet">
            {count(result.rows, 'row')} in the tab <strong>{result.sheetName}</strong>
          </p>
        )}
      </div>
      {problem && (
        <ProblemNote problem={problem} send={send} offers={{ again, edit, dismiss: { type: 'home' } }} />
      )}
      {result && result.notes.length > 0 && (
        <Note tone="info">
          <p class="note-title">Good to know</p>
          <ul class="notes">
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Note>
      )}
      <Failure state={state} of={['showTab', 'startRun']} edit={edit} send={send} />
      <div class="actions stacked">
        {result && (
          <Button
            look="primary"
            busy={state.pending.showTab !== undefined}
            onClick={() => send({ type: 'showTab', id: reportId })}
          >
            Go to tab
          </Button>
        )}
        <Button look="outlined" onClick={() => send(edit)}>
          Change the report
        </Button>
        {back}
      </div>
    </>
  );
}

import type { Send } from '../state/event';
import type { RunPage } from '../state/state';
import { count } from '../words/count';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Icon } from './icon';
import { Note, ProblemNote } from './note';

export function RunEnd(props: ViewProps<RunPage>) {
  const { run } = props.page;
  if (run.cancelled) return <Cancelled {...props} />;
  return run.problem && !run.result ? <Failed {...props} /> : <Done {...props} />;
}

const intents = (reportId: string) =>
  ({
    edit: { type: 'editReport', id: reportId },
    again: { type: 'runReport', id: reportId },
    dismiss: { type: 'home' },
  }) as const;

const Back = ({ send }: { send: Send }) => (
  <Button look="text" onClick={() => send({ type: 'home' })}>
    Back to reports
  </Button>
);

function Cancelled({ state, page, send }: ViewProps<RunPage>) {
  const { edit, again } = intents(page.run.reportId);
  return (
    <>
      <p>The run was cancelled. What was loaded stays, so the next run is quicker.</p>
      <Failure state={state} of={['startRun']} edit={edit} send={send} />
      <div class="actions">
        <Button
          look="outlined"
          icon="play"
          busy={state.pending.startRun !== undefined}
          onClick={() => send(again)}
        >
          Run again
        </Button>
        <Back send={send} />
      </div>
    </>
  );
}

function Failed({ state, page, send }: ViewProps<RunPage>) {
  const offers = intents(page.run.reportId);
  return (
    <>
      {state.failed.startRun ? (
        <Failure state={state} of={['startRun']} edit={offers.edit} send={send} />
      ) : (
        <ProblemNote
          problem={page.run.problem}
          busy={state.pending.startRun !== undefined}
          send={send}
          offers={offers}
        />
      )}
      <div class="actions">
        <Back send={send} />
      </div>
    </>
  );
}

function Done({ state, page, send }: ViewProps<RunPage>) {
  const { result, problem, reportId } = page.run;
  const dashboard = result?.columns === 0;
  const offers = intents(reportId);
  return (
    <>
      <div class="done">
        <span class="done-mark" aria-hidden="true">
          <Icon name="check" />
        </span>
        <h2>
          {dashboard
            ? 'Your dashboard is ready'
            : result && result.rows === 0
              ? 'Done, but there are no rows'
              : 'Your report is ready'}
        </h2>
        {result && (
          <p class="quiet">
            {dashboard ? 'In' : `${count(result.rows, 'row')} in`} the tab <strong>{result.sheetName}</strong>
          </p>
        )}
      </div>
      <ProblemNote problem={problem} send={send} offers={offers} />
      {result && result.notes.length > 0 && (
        <Note tone="info">
          <p class="note-title">
            <strong>Good to know</strong>
          </p>
          <ul class="notes">
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Note>
      )}
      <Failure state={state} of={['showTab', 'startRun']} edit={offers.edit} send={send} />
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
        {!dashboard && (
          <Button look="outlined" onClick={() => send(offers.edit)}>
            Change the report
          </Button>
        )}
        <Back send={send} />
      </div>
    </>
  );
}

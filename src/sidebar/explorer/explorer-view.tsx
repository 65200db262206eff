import { Button } from '../views/button';
import { Note } from '../views/note';
import { Waiting } from '../views/waiting';
import { type Explorer, type ExplorerEvent, keyOf } from './explorer';
import { FieldDetails } from './field-details';
import { FieldList } from './field-list';

export interface ExplorerProps {
  state: Explorer;
  send: (event: ExplorerEvent) => void;
}

/** All fields on the left, what there is to know of one on the right. */
export function ExplorerView({ state, send }: ExplorerProps) {
  const { catalogue, sources, problem, chosen } = state;
  const field = catalogue?.fields.find((one) => keyOf(one) === chosen);
  return (
    <>
      <div class="unseen" role="status" aria-live="polite">
        {state.said}
      </div>
      <main class="explorer">
        <h1 class="unseen">Fields and formulas</h1>
        {problem && (
          <Note tone="bad">
            <p class="note-title">{problem.text}</p>
            <p>{problem.next}</p>
            <Button onClick={() => send({ type: 'opened' })}>Try again</Button>
          </Note>
        )}
        {catalogue ? (
          <>
            <FieldList state={state} catalogue={catalogue} send={send} />
            {field && (
              <FieldDetails
                key={chosen}
                field={field}
                catalogue={catalogue}
                sources={sources ?? []}
                copied={state.copied}
                send={send}
              />
            )}
          </>
        ) : (
          !problem && <Waiting what="Loading the fields…" />
        )}
      </main>
    </>
  );
}

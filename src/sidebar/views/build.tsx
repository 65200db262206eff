import type { Catalogue, Overview } from '../../shared/api';
import type { Draft } from '../report/draft';
import type { DraftChange } from '../report/draft-change';
import { issuesOf, type Place } from '../report/issues';
import type { BuildPage } from '../state/state';
import type { ViewProps } from './app';
import { BuildFooter } from './build-footer';
import { ChosenFields } from './chosen-fields';
import { Failure } from './failure';
import { FieldPicker } from './field-picker';
import { Issues } from './issue';
import { RangeFields } from './range-fields';
import { Refine } from './refine';
import { ShopChoice } from './shop-choice';
import { TextField } from './text-field';
import { Title } from './title';
import { Waiting } from './waiting';

/** What every part of the builder gets. */
export interface PartProps {
  draft: Draft;
  overview: Overview;
  catalogue: Catalogue;
  issues: (place: Place) => string[];
  change: (change: DraftChange) => void;
}

export function BuildView(props: ViewProps<BuildPage>) {
  const { state, page, send } = props;
  const { draft, picking, checked } = page;
  const { overview, catalogue } = state;
  if (!draft || !overview || !catalogue)
    return (
      <main class="view">
        <Title
          text={page.seed.kind === 'new' ? 'New report' : 'Edit report'}
          onBack={() => send({ type: 'leave' })}
        />
        <Failure state={state} of={['catalogue', 'overview']} send={send} />
        <Waiting what="Loading the fields…" />
      </main>
    );
  const found = checked ? issuesOf(draft, catalogue, overview) : [];
  const part: PartProps = {
    draft,
    overview,
    catalogue,
    issues: (place) => found.filter((issue) => issue.place === place).map((issue) => issue.text),
    change: (change) => send({ type: 'change', change }),
  };
  if (picking) return <FieldPicker {...part} picking={picking} send={send} />;
  return (
    <>
      <main class="view" inert={state.pending.startRun !== undefined}>
        <Title
          text={page.seed.kind === 'new' ? 'New report' : 'Edit report'}
          onBack={() => send({ type: 'leave' })}
        />
        <TextField
          label="Name"
          place="name"
          value={draft.name}
          issues={part.issues('name')}
          onInput={(text) => part.change({ part: 'name', text })}
        />
        <ShopChoice {...part} />
        <ChosenFields {...part} kind="metric" send={send} />
        <ChosenFields {...part} kind="dimension" send={send} />
        <Issues place="fields" texts={part.issues('fields')} />
        <RangeFields {...part} />
        <Refine {...part} />
      </main>
      <BuildFooter {...props} count={found.length} />
    </>
  );
}

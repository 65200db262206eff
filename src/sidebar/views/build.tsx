import type { Catalogue, Overview } from '../../shared/api';
import type { Draft } from '../report/draft';
import type { DraftChange } from '../report/draft-change';
import { issuesOf, type Place } from '../report/issues';
import { addButton } from '../state/build';
import type { BuildPage } from '../state/state';
import { AlertFields } from './alert-fields';
import type { ViewProps } from './app';
import { AsFormula } from './as-formula';
import { BuildFooter } from './build-footer';
import { Button, IconButton } from './button';
import { ChosenFields } from './chosen-fields';
import { CompareFields } from './compare-fields';
import { Failure } from './failure';
import { FieldPicker } from './field-picker';
import { Fold } from './fold';
import { Issues } from './issue';
import { PreviewPart } from './preview';
import { RangeFields } from './range-fields';
import { ReadyMadePicker } from './ready-made-picker';
import { Refine } from './refine';
import { ShopChoice } from './shop-choice';
import { TextField } from './text-field';
import { TimeFields } from './time-fields';
import { Title } from './title';
import { TotalFields } from './total-fields';
import { Waiting } from './waiting';
import { WhereFields } from './where-fields';

/** What every part of the builder gets. */
export interface PartProps {
  draft: Draft;
  overview: Overview;
  catalogue: Catalogue;
  issues: (place: Place) => string[];
  /** How many things are wrong in some places; one of a list stands for the whole list. */
  wrong: (...places: string[]) => number;
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
    wrong: (...places) => found.filter(({ place }) => places.includes(place.replace(/\..*/, ''))).length,
    change: (change) => send({ type: 'change', change }),
  };
  if (picking?.kind === 'readyMade')
    return <ReadyMadePicker catalogue={catalogue} picking={picking} send={send} />;
  if (picking) return <FieldPicker {...part} kind={picking.kind} picking={picking} send={send} />;
  return (
    <>
      <main class="view" inert={state.pending.startRun !== undefined}>
        <Title
          text={page.seed.kind === 'new' ? 'New report' : 'Edit report'}
          onBack={() => send({ type: 'leave' })}
        >
          {page.past.length > 0 && (
            <IconButton icon="undo" name="Undo" onClick={() => send({ type: 'undo' })} />
          )}
        </Title>
        {page.seed.kind === 'new' && (
          <div class="field">
            <Button
              look="text"
              icon="table"
              id={addButton('readyMade')}
              onClick={() => send({ type: 'pick', kind: 'readyMade' })}
            >
              Start from a ready-made report
            </Button>
          </div>
        )}
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
        <div class="folds">
          <Refine {...part} />
          <Fold title="Split columns" set={draft.pivot.length} issues={part.wrong('pivot')}>
            <ChosenFields {...part} kind="pivot" send={send} />
            <Issues place="pivot" texts={part.issues('pivot')} />
          </Fold>
          <CompareFields {...part} />
          <TotalFields {...part} />
          <TimeFields {...part} />
          <WhereFields {...part} places={state.places} asking={state.pending.places !== undefined} />
          <Failure state={state} of={['places']} send={send} />
          <AlertFields {...part} />
          <AsFormula {...props} />
        </div>
        <PreviewPart {...props} />
      </main>
      <BuildFooter {...props} count={found.length} />
    </>
  );
}

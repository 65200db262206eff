import type { Places } from '../../shared/api';
import { WRITE_MODES, type WriteMode } from '../../shared/shape';
import { placeId } from '../report/issues';
import type { PartProps } from './build';
import { Button } from './button';
import { Choice } from './choice';
import { Fold } from './fold';
import { Issues, invalid } from './issue';
import { Select } from './select';
import { TextField } from './text-field';

const MODES: Record<WriteMode, { label: string; about: string }> = {
  replace: { label: 'Replace them', about: 'The table shows what the last run found, and nothing else.' },
  update: {
    label: 'Update those with the same dimensions',
    about: 'Rows with the same dimensions are written anew, new ones come below, all others stay.',
  },
  append: {
    label: 'Keep all and add new ones',
    about: 'Each run adds its rows below, with the time at which it began in a column “Snapshot”.',
  },
};

interface WhereFieldsProps extends PartProps {
  places: Places | null;
  /** The file is being asked for its tabs and the selected cell. */
  asking: boolean;
}

/** Where a report's table begins, and what a run does with the rows of the one before. */
export function WhereFields(props: WhereFieldsProps) {
  const { draft, wrong, issues, change, places, asking } = props;
  const { target, write } = draft;
  const writeTexts = issues('write');
  return (
    <Fold
      title="Where it goes"
      set={Number(target.kind !== 'new') + Number(write !== 'replace')}
      issues={wrong('target', 'write')}
    >
      <Choice
        id="target-kind"
        label="Write to"
        value={target.kind}
        options={[
          { id: 'new', label: 'A tab of its own' },
          { id: 'sheet', label: 'An existing tab' },
          { id: 'cell', label: 'A cell of a tab' },
        ]}
        onChange={(kind) => change({ part: 'target', target: { kind } })}
      />
      {target.kind === 'sheet' && <TabChoice {...props} />}
      {target.kind === 'cell' && (
        <>
          <TextField
            label="First cell"
            place="target"
            value={target.cell}
            placeholder="Sheet1!B3"
            about="The table grows down and to the right, and never over cells that hold something of yours."
            issues={issues('target')}
            onInput={(cell) => change({ part: 'target', target: { cell } })}
          />
          <Button look="text" busy={asking} onClick={() => change({ part: 'selectedCell' })}>
            Use the selected cell
          </Button>
        </>
      )}
      <Choice
        id={placeId('write')}
        label="Rows of the run before"
        value={write}
        options={WRITE_MODES.map((id) => ({ id, label: MODES[id].label }))}
        onChange={(mode) => change({ part: 'write', write: mode })}
      />
      <p class="quiet small">{MODES[write].about}</p>
      <Issues place="write" texts={writeTexts} />
      {places === null && asking && <p class="quiet small">Asking for the tabs…</p>}
    </Fold>
  );
}

function TabChoice({ draft, issues, change, places }: WhereFieldsProps) {
  const { sheetId } = draft.target;
  const texts = issues('target');
  const tabs = places?.tabs ?? [];
  const known = sheetId === null || tabs.some((tab) => tab.sheetId === sheetId);
  return (
    <div class="field">
      <label class="label" for={placeId('target')}>
        Tab
      </label>
      <Select
        id={placeId('target')}
        value={String(sheetId ?? '')}
        invalid={invalid('target', texts)}
        onChange={(id) => change({ part: 'target', target: { sheetId: id === '' ? null : Number(id) } })}
      >
        <option value="">Choose a tab</option>
        {!known && <option value={String(sheetId)}>The tab chosen before</option>}
        {tabs.map((tab) => (
          <option key={tab.sheetId} value={String(tab.sheetId)}>
            {tab.name}
          </option>
        ))}
      </Select>
      <p class="quiet small">From its first cell on, and never over cells that hold something of yours.</p>
      <Issues place="target" texts={texts} />
    </div>
  );
}

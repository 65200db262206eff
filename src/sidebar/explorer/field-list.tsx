import type { Catalogue } from '../../shared/api';
import type { FieldInfo } from '../../shared/field';
import { Icon } from '../views/icon';
import { Nothing } from '../views/picker';
import { Select } from '../views/select';
import { count } from '../words/count';
import { keyOf, SEARCH } from './explorer';
import type { ExplorerProps } from './explorer-view';
import { listed } from './listed';

/** Search and list. The fields are one group of choices: one stop for the keyboard, arrows within. */
export function FieldList({ state, catalogue, send }: ExplorerProps & { catalogue: Catalogue }) {
  const shown = listed(catalogue.fields, state);
  const groups = [...new Set(catalogue.fields.map(({ group }) => group))];
  return (
    <section class="fields" aria-label="Fields">
      <div class="fields-head">
        <div class="search">
          <Icon name="search" />
          <input
            type="search"
            id={SEARCH}
            aria-label="Search fields"
            placeholder="Search"
            value={state.search}
            onInput={(event) => send({ type: 'show', change: { search: event.currentTarget.value } })}
          />
        </div>
        <div class="pair">
          <Select
            name="Kind"
            value={state.kind}
            onChange={(kind) => send({ type: 'show', change: { kind: kind as typeof state.kind } })}
          >
            <option value="">All kinds</option>
            <option value="metric">Metrics</option>
            <option value="dimension">Dimensions</option>
          </Select>
          <Select
            name="Group"
            value={state.group}
            onChange={(group) => send({ type: 'show', change: { group } })}
          >
            <option value="">All groups</option>
            {groups.map((group) => (
              <option key={group} value={group}>
                {group}
              </option>
            ))}
          </Select>
        </div>
        <p class="quiet small">{count(shown.length, 'field')}</p>
      </div>
      {shown.length === 0 ? (
        <Nothing search={state.search} />
      ) : (
        <div class="rows" role="radiogroup" aria-label="Field to read about">
          {shown.map((field, at) => (
            <Row
              key={keyOf(field)}
              field={field}
              first={field.group !== shown[at - 1]?.group}
              chosen={keyOf(field) === state.chosen}
              choose={() => send({ type: 'choose', key: keyOf(field) })}
            />
          ))}
        </div>
      )}
    </section>
  );
}

interface RowProps {
  field: FieldInfo;
  /** The first of its group. */
  first: boolean;
  chosen: boolean;
  choose: () => void;
}

const Row = ({ field, first, chosen, choose }: RowProps) => (
  <div class="listed">
    {first && <p class="row-group">{field.group}</p>}
    <label class={chosen ? 'row-field chosen' : 'row-field'}>
      <input type="radio" class="unseen" name="field" checked={chosen} onChange={choose} />
      <span class="grow">
        {field.label} <code class="quiet">{field.id}</code>
      </span>
      <span class={`badge ${field.kind}`}>{field.kind === 'metric' ? 'Metric' : 'Dimension'}</span>
    </label>
  </div>
);

import type { FieldInfo } from '../../shared/field';
import type { Operator } from '../../shared/filter';
import { takesSeveral } from '../report/draft';
import { fieldOf, filterField, OPERATOR_WORDS, operatorsFor } from '../report/field-of';
import { placeId } from '../report/issues';
import type { PartProps } from './build';
import { Button, IconButton } from './button';
import { FieldOptions } from './field-options';
import { Issues, invalid } from './issue';
import { Select } from './select';

export function FilterRows(props: PartProps) {
  const { draft, catalogue, change } = props;
  const first = draft.dimensions[0] ?? catalogue.fields[0]?.id;
  return (
    <section class="field" aria-labelledby="filters-title">
      <h2 class="label" id="filters-title">
        Filters
      </h2>
      {draft.filters.map((_, index) => (
        <FilterRow key={index} {...props} index={index} />
      ))}
      {draft.filters.length > 0 && (
        <p class="quiet small">
          A value may be a cell such as =Settings!B2: what it holds is looked up at each run.
        </p>
      )}
      {first !== undefined && (
        <Button
          look="text"
          icon="add"
          onClick={() => change({ part: 'filterAdded', filter: { field: first, operator: '=', value: '' } })}
        >
          Add a filter
        </Button>
      )}
    </section>
  );
}

function FilterRow({ draft, catalogue, issues, change, index }: PartProps & { index: number }) {
  const filter = draft.filters[index];
  if (!filter) return null;
  const field = filterField(catalogue.fields, filter.field, draft.metrics);
  const place = `filters.${index}` as const;
  const texts = issues(place);
  const edit = (part: Partial<typeof filter>) => change({ part: 'filter', index, filter: part });
  const number = `filter ${index + 1}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a row in all browsers.
    <div class="row-card" role="group" aria-label={`Filter ${index + 1}`}>
      <div class="row">
        <Select
          name={`Field of ${number}`}
          value={filter.field}
          onChange={(id) => {
            const fits = operatorsFor(fieldOf(catalogue.fields, id)).includes(filter.operator);
            edit(fits ? { field: id } : { field: id, operator: '=' });
          }}
        >
          <FieldOptions fields={catalogue.fields} chosen={filter.field} />
        </Select>
        <IconButton
          icon="close"
          name={`Remove ${number}`}
          onClick={() => change({ part: 'filterRemoved', index })}
        />
      </div>
      <div class="row">
        <Select
          name={`Condition of ${number}`}
          value={filter.operator}
          onChange={(operator) => edit({ operator: operator as Operator })}
        >
          {operatorsFor(field).map((operator) => (
            <option key={operator} value={operator}>
              {OPERATOR_WORDS[operator]}
            </option>
          ))}
        </Select>
        <input
          type="text"
          id={placeId(place)}
          aria-label={`Value of ${number}`}
          placeholder={example(field, filter.operator)}
          value={filter.value}
          autoComplete="off"
          onInput={(event) => edit({ value: event.currentTarget.value })}
          {...invalid(place, texts)}
        />
      </div>
      <Issues place={place} texts={texts} />
    </div>
  );
}

/** How a value is written. */
function example(field: FieldInfo | undefined, operator: Operator): string {
  if (field?.type === 'boolean') return 'true or false';
  if (field?.type === 'date' || field?.type === 'time') return '2026-01-31';
  return takesSeveral(operator) ? 'One | another' : '';
}

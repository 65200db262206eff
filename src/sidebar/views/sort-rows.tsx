import { chosen } from '../report/draft';
import { labelOf } from '../report/field-of';
import { placeId } from '../report/issues';
import type { PartProps } from './build';
import { Button, IconButton } from './button';
import { Issues } from './issue';
import { Select } from './select';

/** Sorting by the fields of the report, the first row first. */
export function SortRows({ draft, catalogue, issues, change }: PartProps) {
  const ids = chosen(draft);
  const free = ids.filter((id) => !draft.sorts.some((sort) => sort.field === id));
  // Figures are mostly wanted largest first.
  const next = draft.metrics.find((id) => free.includes(id)) ?? free[0];
  return (
    <section class="field" aria-labelledby="sort-title">
      <h2 class="label" id="sort-title">
        Sort
      </h2>
      {draft.sorts.map((sort, index) => (
        <div key={sort.field} class="row">
          <Select
            id={placeId(`sort.${index}`)}
            name={`Sort field ${index + 1}`}
            value={sort.field}
            onChange={(field) => change({ part: 'sort', index, sort: { field } })}
          >
            {[...new Set([sort.field, ...free])].map((id) => (
              <option key={id} value={id}>
                {labelOf(catalogue.fields, id)}
              </option>
            ))}
          </Select>
          <Select
            name={`Direction of sort ${index + 1}`}
            value={sort.descending ? 'down' : 'up'}
            onChange={(way) => change({ part: 'sort', index, sort: { descending: way === 'down' } })}
          >
            <option value="down">Largest first</option>
            <option value="up">Smallest first</option>
          </Select>
          <IconButton
            icon="close"
            name={`Remove sort ${index + 1}`}
            onClick={() => change({ part: 'sortRemoved', index })}
          />
          <Issues place={`sort.${index}`} texts={issues(`sort.${index}`)} />
        </div>
      ))}
      {next !== undefined && (
        <Button
          look="text"
          icon="add"
          onClick={() =>
            change({ part: 'sortAdded', sort: { field: next, descending: draft.metrics.includes(next) } })
          }
        >
          Add a sort
        </Button>
      )}
    </section>
  );
}

import type { PartProps } from './build';
import { FilterRows } from './filter-rows';
import { SortRows } from './sort-rows';
import { TextField } from './text-field';

/** What most reports do without: closed until it is used. */
export function Refine(props: PartProps) {
  const { draft, issues, change } = props;
  const parts = draft.filters.length + draft.sorts.length + (draft.limit === '' ? 0 : 1);
  return (
    <details class="fold" open={parts > 0}>
      <summary>
        Filter, sort and limit
        {parts > 0 && <span class="badge">{parts} set</span>}
      </summary>
      <FilterRows {...props} />
      <SortRows {...props} />
      <TextField
        label="Keep at most this many rows"
        place="limit"
        value={draft.limit}
        placeholder="All"
        numeric
        issues={issues('limit')}
        onInput={(text) => change({ part: 'limit', text })}
      />
    </details>
  );
}

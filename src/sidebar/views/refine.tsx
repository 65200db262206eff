import type { PartProps } from './build';
import { Check } from './check';
import { FilterRows } from './filter-rows';
import { Fold } from './fold';
import { SortRows } from './sort-rows';
import { TextField } from './text-field';

export function Refine(props: PartProps) {
  const { draft, wrong, issues, change } = props;
  const { limit, options, filters, sorts } = draft;
  return (
    <Fold
      title="Filter, sort and limit"
      set={filters.length + sorts.length + Number(limit !== '') + Number(options.other ?? false)}
      issues={wrong('filters', 'sort', 'limit')}
    >
      <FilterRows {...props} />
      <SortRows {...props} />
      <TextField
        label="Keep at most this many rows"
        place="limit"
        value={limit}
        placeholder="All"
        about="A number, or a cell such as =Settings!B2."
        issues={issues('limit')}
        onInput={(text) => change({ part: 'limit', text })}
      />
      <Check
        label="Add a row “Other” for the rest"
        checked={options.other ?? false}
        barred={limit.trim() === '' && 'Without a limit there is no rest.'}
        onChange={() => change({ part: 'options', options: { other: !options.other } })}
      />
    </Fold>
  );
}

import { columnName } from '../column-name';
import { type Geometry, HEAD, type Span } from './geometry';

interface ColumnHeadsProps {
  readonly geometry: Geometry;
  readonly columns: Span;
  readonly here: number;
}

export function ColumnHeads({ geometry, columns: [first, last], here }: ColumnHeadsProps) {
  const { frozenColumns, leftOf, widthOf, width } = geometry;
  const head = (column: number) => (
    <div
      key={column}
      class={`head ${column === here ? 'here' : ''} ${column <= frozenColumns ? 'frozen-column' : ''}`}
      role="columnheader"
      style={{ width: widthOf(column), ...(column <= frozenColumns ? { left: leftOf(column) } : {}) }}
    >
      {columnName(column)}
    </div>
  );
  const shown = [];
  for (let column = 1; column <= frozenColumns; column++) shown.push(head(column));
  shown.push(<div key="gap" class="gap" style={{ width: leftOf(first) - leftOf(frozenColumns + 1) }} />);
  for (let column = first; column <= last; column++) shown.push(head(column));
  return (
    <div class="heads" role="row" style={{ height: HEAD, width }}>
      <div class="corner" />
      {shown}
    </div>
  );
}

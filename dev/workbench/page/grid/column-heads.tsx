import { columnName } from '../column-name';
import { type Geometry, HEAD, px, type Span } from './geometry';

interface ColumnHeadsProps {
  readonly geometry: Geometry;
  readonly columns: Span;
  readonly here: number;
  readonly resize: (column: number, pixels: number) => void;
}

export function ColumnHeads({ geometry, columns: [first, last], here, resize }: ColumnHeadsProps) {
  const { frozenColumns, leftOf, widthOf, width } = geometry;
  const head = (column: number) => (
    <div
      key={column}
      class={`head ${column === here ? 'here' : ''} ${column <= frozenColumns ? 'frozen-column' : ''}`}
      role="columnheader"
      style={{
        width: px(widthOf(column)),
        ...(column <= frozenColumns ? { left: px(leftOf(column)) } : {}),
      }}
    >
      {columnName(column)}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: widths are set with the mouse alone, as in Sheets. */}
      <span
        class="edge"
        onMouseDown={(event) => drag(event, (moved) => resize(column, widthOf(column) + moved))}
      />
    </div>
  );
  const shown = [];
  for (let column = 1; column <= frozenColumns; column++) shown.push(head(column));
  shown.push(<div key="gap" class="gap" style={{ width: px(leftOf(first) - leftOf(frozenColumns + 1)) }} />);
  for (let column = first; column <= last; column++) shown.push(head(column));
  return (
    <div class="heads" role="row" style={{ height: px(HEAD), width: px(width) }}>
      <div class="corner" />
      {shown}
    </div>
  );
}

/** Follows the pointer until the button is released; a line shows where the edge will be. */
function drag(event: MouseEvent, done: (pixels: number) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const start = event.clientX;
  const edge = event.currentTarget as HTMLElement;
  const follow = ({ clientX }: MouseEvent) => {
    edge.style.transform = `translateX(${clientX - start}px)`;
  };
  edge.classList.add('dragged');
  addEventListener('mousemove', follow);
  addEventListener(
    'mouseup',
    ({ clientX }) => {
      removeEventListener('mousemove', follow);
      edge.classList.remove('dragged');
      edge.style.transform = '';
      if (clientX !== start) done(clientX - start);
    },
    { once: true },
  );
}

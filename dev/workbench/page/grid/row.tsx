import type { WireCell } from '../../wire';
import { columnName } from '../column-name';
import { mayRunOver, styleOf } from './cell-style';
import { type Geometry, px, ROW, type Span } from './geometry';
import type { Place } from './place';
import type { RowOfCells } from './use-cells';

interface RowProps {
  readonly row: number;
  readonly cells: RowOfCells;
  readonly geometry: Geometry;
  readonly columns: Span;
  readonly place: Place;
  readonly frozen: boolean;
  readonly filter: Span | null;
}

export function Row({ row, cells, geometry, columns: [first, last], place, frozen, filter }: RowProps) {
  const { frozenColumns, leftOf, topOf, width } = geometry;
  const cell = (column: number) => (
    <Cell
      key={column}
      row={row}
      column={column}
      cell={cells[column - 1] ?? 0}
      room={roomFor(cells, column, last, geometry)}
      geometry={geometry}
      selected={place.row === row && place.column === column}
      filtered={filter !== null && column >= filter[0] && column <= filter[1]}
    />
  );
  const shown = [];
  for (let column = 1; column <= frozenColumns; column++) shown.push(cell(column));
  shown.push(<div key="gap" class="gap" style={{ width: px(leftOf(first) - leftOf(frozenColumns + 1)) }} />);
  for (let column = first; column <= last; column++) shown.push(cell(column));
  const classes = ['row', frozen && 'frozen', frozen && row === geometry.frozenRows && 'last-frozen'];
  return (
    <div
      class={classes.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={row}
      style={{ top: px(topOf(row)), height: px(ROW), width: px(width) }}
    >
      <div class={`number ${place.row === row ? 'here' : ''}`} role="rowheader">
        {row}
      </div>
      {shown}
    </div>
  );
}

/** Left and right of a cell's text, with its border. */
const PADDING = 7;

interface CellProps {
  readonly row: number;
  readonly column: number;
  readonly cell: WireCell | 0;
  readonly room: number;
  readonly geometry: Geometry;
  readonly selected: boolean;
  readonly filtered: boolean;
}

function Cell({ row, column, cell, room, geometry, selected, filtered }: CellProps) {
  const a1 = columnName(column) + row;
  const width = geometry.widthOf(column);
  const frozen = column <= geometry.frozenColumns;
  const classes = [
    'cell',
    frozen && 'frozen-column',
    selected && 'selected',
    cell !== 0 && cell.n !== undefined && 'noted',
    cell !== 0 && cell.k === 'e' && 'error',
    room > width && 'running',
  ];
  return (
    <div
      class={classes.filter(Boolean).join(' ')}
      role="gridcell"
      id={`cell-${a1}`}
      data-a1={a1}
      data-note={cell ? cell.n : undefined}
      aria-colindex={column}
      aria-selected={selected}
      style={{
        width: px(width),
        ...(frozen ? { left: px(geometry.leftOf(column)) } : {}),
        ...(cell ? styleOf(cell) : {}),
      }}
    >
      {cell !== 0 && cell.t !== '' && (
        <span class="text" style={{ width: px(room - PADDING) }}>
          {cell.t}
        </span>
      )}
      {filtered && <span class="funnel" aria-hidden="true" />}
    </div>
  );
}

/** Pixels that a cell's text may take: its own, and those of the empty cells after it. */
function roomFor(
  cells: RowOfCells,
  column: number,
  last: number,
  { widthOf, frozenColumns }: Geometry,
): number {
  const cell = cells[column - 1];
  let room = widthOf(column);
  if (!cell || column <= frozenColumns || !mayRunOver(cell)) return room;
  // A character is hardly ever wider than 12 pixels: short texts need no more room.
  for (let next = column + 1; next <= last && !cells[next - 1] && room < cell.t.length * 12; next++)
    room += widthOf(next);
  return room;
}

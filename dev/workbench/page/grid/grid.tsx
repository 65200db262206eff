import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TabSummary } from '../../wire';
import type { Draft } from '../app';
import { doIt, fetchCell } from '../ask';
import { CellEditor } from './cell-editor';
import { Chart } from './chart';
import { ColumnHeads } from './column-heads';
import { geometryOf, px, ROW, type Span, scrollTo, visibleColumns, visibleRows } from './geometry';
import { isTyping, moved } from './keys';
import { NotePopover } from './note-popover';
import { a1Of, type Place, placeOf } from './place';
import { Row } from './row';
import { useCells } from './use-cells';
import { useViewport } from './use-viewport';

interface GridProps {
  readonly tab: TabSummary;
  readonly revision: number;
  readonly place: Place;
  readonly select: (place: Place) => void;
  readonly draft: Draft | null;
  readonly setDraft: (draft: Draft | null) => void;
  readonly commit: (a1: string, text: string) => void;
}

/** One tab as a grid. Only the cells in the window are in the document, however long the tab is. */
export function Grid({ tab, revision, place, select, draft, setDraft, commit }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const geometry = geometryOf(tab);
  const rows = visibleRows(geometry, viewport);
  const columns = visibleColumns(geometry, viewport);
  const frozen: Span = [1, Math.min(tab.frozenRows, tab.rows)];
  const cellsIn = useCells(tab.id, revision, [frozen, rows]);
  const filter = filterOf(tab);
  const textAt = ({ row, column }: Place) => {
    const cell = cellsIn(row)[column - 1];
    return cell ? cell.t : '';
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTo(scrollTo(geometry, place, shownBy(element)));
    // The name box leads here and lets go of the focus.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  }, [place.row, place.column]);
  // Once typing has ended, keys go to the grid again.
  useLayoutEffect(() => {
    if (!draft) scroller.current?.focus({ preventScroll: true });
  }, [draft === null]);

  // A cell shows its text shortened and formatted; what is edited is the text in full.
  const edit = (chosen: Place) =>
    void fetchCell(tab.id, a1Of(chosen)).then(({ text }) => setDraft({ place: chosen, text, inBar: false }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (draft) return;
    const next = moved(event, place, geometry, Math.floor(viewport.height / ROW) - 2);
    if (next) select(next);
    else if (event.key === 'Enter' || event.key === 'F2') edit(place);
    else if (event.key === 'Delete' || event.key === 'Backspace') commit(a1Of(place), '');
    else if (isTyping(event)) setDraft({ place, text: event.key, inBar: false });
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (draft) return;
    event.clipboardData?.setData('text/plain', textAt(place));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain');
    if (draft || text === undefined) return;
    commit(a1Of(place), text.replace(/\r?\n$/, ''));
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const clicked = cellAt(event.target);
    if (!clicked) return;
    if (draft) commit(a1Of(draft.place), draft.text);
    select(clicked);
  };

  const rowOf = (row: number) => (
    <Row
      key={row}
      row={row}
      cells={cellsIn(row)}
      geometry={geometry}
      columns={columns}
      place={place}
      frozen={row <= tab.frozenRows}
      filter={filter?.row === row ? filter.columns : null}
    />
  );
  return (
    <div
      class="grid"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={tab.name}
      aria-rowcount={tab.rows}
      aria-colcount={geometry.columns}
      aria-activedescendant={`cell-${a1Of(place)}`}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onDblClick={() => edit(place)}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div class="sheet" style={{ width: px(geometry.width), height: px(geometry.height) }}>
        <ColumnHeads
          geometry={geometry}
          columns={columns}
          here={place.column}
          resize={(column, pixels) => void doIt('setWidth', { tab: tab.id, column, pixels })}
        />
        {numbers(frozen).map(rowOf)}
        {numbers(rows).map(rowOf)}
        {tab.charts.map((chart) => (
          <Chart key={chart.title} chart={chart} geometry={geometry} />
        ))}
        {draft && !draft.inBar && (
          <CellEditor
            draft={draft}
            setDraft={setDraft}
            geometry={geometry}
            commit={(step) => {
              commit(a1Of(draft.place), draft.text);
              select({
                row: Math.min(geometry.rows, draft.place.row + step.rows),
                column: Math.min(geometry.columns, draft.place.column + step.columns),
              });
            }}
          />
        )}
      </div>
      <NotePopover scroller={scroller} />
    </div>
  );
}

const numbers = ([first, last]: Span): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

const cellAt = (target: EventTarget | null): Place | null => {
  const a1 = (target as Element | null)?.closest<HTMLElement>('.cell')?.dataset['a1'];
  return a1 === undefined ? null : placeOf(a1);
};

const shownBy = (element: HTMLElement) => ({
  top: element.scrollTop,
  left: element.scrollLeft,
  height: element.clientHeight,
  width: element.clientWidth,
});

/** The header row of a filter and the columns that have its buttons. */
function filterOf({ filter }: TabSummary): { row: number; columns: Span } | null {
  const [start, end] = (filter ?? '').split(':').map((a1) => placeOf(a1));
  return start && end ? { row: start.row, columns: [start.column, end.column] } : null;
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Draft } from '../app';
import { type Geometry, px, ROW } from './geometry';

interface CellEditorProps {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft | null) => void;
  readonly geometry: Geometry;
  /** How far the selection moves afterwards. */
  readonly commit: (step: { rows: number; columns: number }) => void;
}

/** The field that opens over a cell when somebody types into it. */
export function CellEditor({ draft, setDraft, geometry, commit }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const { row, column } = draft.place;
  const width = Math.max(geometry.widthOf(column), Math.min(900, draft.text.length * 8 + 16));
  return (
    <input
      ref={input}
      class="cell-editor"
      aria-label="Cell"
      autocomplete="off"
      spellcheck={false}
      value={draft.text}
      style={{
        top: px(geometry.topOf(row)),
        left: px(geometry.leftOf(column)),
        width: px(width),
        height: px(ROW + 1),
      }}
      onInput={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit({ rows: 1, columns: 0 });
        else if (event.key === 'Tab') commit({ rows: 0, columns: 1 });
        else if (event.key === 'Escape') setDraft(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

import type { DraftChange } from '../report/draft-change';
import { addButton } from '../state/build';
import type { FieldKind } from '../state/state';
import { IconButton } from './button';
import { Icon } from './icon';

interface ChipProps {
  label: string;
  kind: FieldKind;
  id: string;
  index: number;
  count: number;
  change: (change: DraftChange) => void;
}

/** Position of the chip that is being dragged, and its list. Kept by the browser's drag, not by the state. */
let dragged: { kind: FieldKind; index: number; label: string } | null = null;

/** A chosen field: dragged by hand, or moved with the arrow keys on its handle. */
export function Chip({ label, kind, id, index, count, change }: ChipProps) {
  const move = (from: number, to: number) => change({ part: 'order', kind, from, to, label });
  return (
    <li
      class={`chip ${kind}`}
      draggable
      onDragStart={(event) => {
        dragged = { kind, index, label };
        event.dataTransfer?.setData('text/plain', label);
      }}
      onDragEnd={() => {
        dragged = null;
      }}
      onDragOver={(event) => {
        if (dragged?.kind === kind) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged?.kind === kind)
          change({ part: 'order', kind, from: dragged.index, to: index, label: dragged.label });
      }}
    >
      <button
        type="button"
        class="handle"
        id={`handle-${kind}-${id}`}
        aria-label={`Move ${label}: number ${index + 1} of ${count}. Use the arrow keys.`}
        title="Drag, or press ↑ ↓"
        onKeyDown={(event) => {
          const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index;
          if (to === index) return;
          event.preventDefault();
          move(index, to);
          // The node moves with its key, and loses the focus while it does.
          document.getElementById(`handle-${kind}-${id}`)?.focus();
        }}
      >
        <Icon name="grip" />
      </button>
      <span class="grow">{label}</span>
      <IconButton
        icon="close"
        name={`Remove ${label}`}
        onClick={() => {
          change({ part: 'field', kind, id, label });
          document.getElementById(addButton(kind))?.focus();
        }}
      />
    </li>
  );
}

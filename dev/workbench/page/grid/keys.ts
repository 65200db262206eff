import type { Geometry } from './geometry';
import type { Place } from './place';

/** Where a key leads from a cell; null if it is no key of movement. */
export function moved(
  event: KeyboardEvent,
  { row, column }: Place,
  geometry: Geometry,
  page: number,
): Place | null {
  const { rows, columns } = geometry;
  const to = (newRow: number, newColumn: number): Place => ({
    row: Math.min(rows, Math.max(1, newRow)),
    column: Math.min(columns, Math.max(1, newColumn)),
  });
  const far = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return to(far ? 1 : row - 1, column);
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowLeft':
      return to(row, far ? 1 : column - 1);
    case 'ArrowRight':
      return to(row, far ? columns : column + 1);
    case 'Tab':
      // At the edge of the sheet Tab leaves it, so that the keyboard is not caught.
      if (event.shiftKey ? column === 1 : column === columns) return null;
      return to(row, event.shiftKey ? column - 1 : column + 1);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(far ? 1 : row, 1);
    case 'End':
      return to(far ? rows : row, columns);
    default:
      return null;
  }
}

/** A key that types a character: editing begins with it. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;

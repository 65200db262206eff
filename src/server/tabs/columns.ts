import type { Block, Column } from './marks';

/** Whether the columns still stand side by side in the order in which they were written. */
const unmoved = (columns: readonly Column[]): boolean =>
  columns.every(({ column, index }, i) => index === i && column === (columns[0] as Column).column + i);

/**
 * In which column of the tab each of the report's columns goes. As long as the user has not moved any, they stand in the
 * report's order. Otherwise, and where rows are kept, each stays where it is; new ones take the places of those that are
 * left out, then those to the right.
 */
export function placesOf(
  block: Block | null,
  left: number,
  ids: readonly string[],
  keeps: boolean,
): number[] {
  const known = block?.columns ?? [];
  const [first] = known;
  if (!first) return ids.map((_, i) => left + i);
  if (!keeps && unmoved(known)) return ids.map((_, i) => first.column + i);
  const free = known
    .filter(({ id, state }) => state === 'over' || !ids.includes(id))
    .map(({ column }) => column);
  let next = Math.max(...known.map(({ column }) => column));
  return ids.map(
    (id) =>
      known.find((column) => column.id === id && column.state !== 'over')?.column ?? free.shift() ?? ++next,
  );
}

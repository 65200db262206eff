// The looks that conditional formats give to cells.
import { parseA1 } from '../runtime/document/a1';
import type { CellStyle, ConditionalFormatView, TabView } from '../runtime/types';

type LookOf = (row: number, column: number, value: unknown) => CellStyle;

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** A colour between two, such as #fe2c55; `part` from 0 to 1. */
const between = (from: string, to: string, part: number): string =>
  `#${channels(from)
    .map((channel, i) => Math.round(channel + ((channels(to)[i] ?? 0) - channel) * part))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

function lookBy(tab: TabView, { ranges, gradient, condition }: ConditionalFormatView): LookOf {
  const areas = ranges.flatMap((range) => parseA1(range, tab) ?? []);
  const numbers = gradient
    ? ranges.flatMap((range) => tab.values(range).flat()).filter((value) => typeof value === 'number')
    : [];
  const least = Math.min(...numbers);
  const span = Math.max(...numbers) - least || 1;
  return (row, column, value) => {
    const inside = areas.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
    if (!inside || typeof value !== 'number') return {};
    if (gradient) return { background: between(gradient.min, gradient.max, (value - least) / span) };
    if (!condition) return {};
    const holds = condition.kind === 'less' ? value < condition.than : value > condition.than;
    return holds ? condition.style : {};
  };
}

/** What the first rule that applies says. */
export function conditionalLook(tab: TabView): LookOf {
  const rules = tab.conditionalFormats.map((rule) => lookBy(tab, rule));
  return (row, column, value) =>
    Object.assign({}, ...rules.map((rule) => rule(row, column, value)).reverse()) as CellStyle;
}

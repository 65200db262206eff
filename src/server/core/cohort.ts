import { civil, isoDay } from '../../shared/day';
import type { Codebook } from './dimension-codes';
import type { Lens, Read, Source } from './lens';
import type { Catalog, Dimension, FieldDimension, Home } from './metric';
import type { Query } from './plan';

/** Dimensions of a query that look at all that is stored, whatever its range: when the value of a row was first there. */
export const cohortsOf = (
  { dimensions }: Pick<Catalog, 'dimensions'>,
  {
    dimensions: rows,
    pivot = [],
    filters,
  }: Pick<Query, 'dimensions' | 'filters'> & { pivot?: string[] | undefined },
): NonNullable<FieldDimension['first']>[] =>
  [...rows, ...pivot, ...filters.map(({ field }) => field)].flatMap((id) => firstOf(dimensions[id]) ?? []);

export const firstOf = (dimension: Dimension | undefined): FieldDimension['first'] =>
  dimension?.kind === 'field' ? dimension.first : undefined;

/** Codes of a value's first month, or of the months from then to the row's own time, by row of the lens. */
export function cohortCodes(
  { source, offset }: { source: Source; offset: (time: number) => number },
  { stream, field }: Home,
  { part, time }: NonNullable<FieldDimension['first']>,
  lens: Lens,
  times: Read<Float64Array>,
  book: Codebook,
): Read<Int32Array> {
  const { dictionary, codes } = source.frame(stream).text(field);
  const at = source.times({ stream, field: time });
  const first = new Float64Array(dictionary.length).fill(Number.POSITIVE_INFINITY);
  for (let row = 1; row < at.length; row++) {
    const value = codes[row] as number;
    if (value >= 0 && (at[row] as number) < (first[value] as number)) first[value] = at[row] as number;
  }
  const dayOf = (moment: number) => Math.floor((moment + offset(moment)) / 86_400);
  const monthOf = (moment: number) => civil(dayOf(moment)).year * 12 + civil(dayOf(moment)).month;
  const owner = lens.place(stream);
  const place = new Int32Array(lens.rows);
  const list = new Int32Array(lens.rows);
  for (let row = 0; row < lens.rows; row++) {
    place[row] = row;
    const value = codes[owner[row] as number] as number;
    const began = value < 0 ? Number.POSITIVE_INFINITY : (first[value] as number);
    const own = times.list[times.place[row] as number] as number;
    // Whoever has not bought by then belongs to no month.
    if (!(began <= own)) continue;
    list[row] = book.code(
      part === 'month' ? isoDay(dayOf(began)).slice(0, 7) : monthOf(own) - monthOf(began),
    );
  }
  return { place, list };
}

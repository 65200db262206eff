/** How values of a metric join, in words. */
import type { Additivity } from '../../shared/field';

export const ADDITIVITY: Readonly<Record<Additivity, string>> = {
  additive: 'Adds up over days, products and shops.',
  unique: 'Counted once each: the rows of a report can add up to more than the total.',
  ratio: 'Worked out anew for every row and total, never averaged.',
};

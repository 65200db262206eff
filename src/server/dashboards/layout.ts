import type { DashboardTable } from '../core/ports';

/** The shape of a dashboard as data: cards in a row, below them bands of tables and charts, a left and a right half each. */

/** What a table asks for, of the shop and the days that the tab's cells name. Fields are lists with commas. */
export interface Query {
  metrics: string;
  dimensions: string;
  filters?: string;
  /** As the formula takes them, such as `sort=-gmv; limit=10`. */
  options?: string;
  /** What is shown of the period that is compared to. */
  compare?: 'value' | 'percent';
}

/** A figure with its change. */
export interface Card {
  label: string;
  metric: string;
}

/** A table that shows, of so many rows at most; `heat` colours its numbers by their size. */
export interface TableBlock {
  title: string;
  query: Query;
  rows: number;
  heat?: true;
}

/** A chart of a table that stands beside the dashboard, where it may grow. */
export interface ChartBlock {
  title: string;
  query: Query;
  chart: 'LINE' | 'COLUMN' | 'BAR';
  stacked?: true;
}

export type Block = TableBlock | ChartBlock;

export interface Layout {
  cards: Card[];
  bands: Block[][];
}

/** A card's figure, as a table of one row. */
export const cardQuery = ({ metric }: Card): Query => ({
  metrics: metric,
  dimensions: '',
  options: 'headers=false',
  compare: 'percent',
});

/** All tables, in the order in which they are drawn. */
export const queriesOf = ({ cards, bands }: Layout): Query[] => [
  ...cards.map(cardQuery),
  ...bands.flat().map(({ query }) => query),
];

/** What the cells of a new dashboard say. */
export const DAYS = 'last_30_days_to_date';
export const COMPARED = 'previous_period';

export const tableOf = ({
  metrics,
  dimensions,
  filters = '',
  options = '',
  compare,
}: Query): DashboardTable => ({
  metrics,
  dimensions,
  filters,
  options: options + (compare ? `; compare=${COMPARED}; show=${compare}` : ''),
});

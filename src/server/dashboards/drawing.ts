import type { DashboardFacts } from '../core/ports';
import { type Block, COMPARED, cardQuery, DAYS, type Layout, type Query } from './layout';
import type { Area, Drawing, DrawnChart } from './tab';

/**
 * Where everything of a dashboard stands. Columns A to H are the left half, I to N the right one; tables that charts
 * are made of stand from column P on, side by side, so that each may grow downwards.
 */
const LEFT = 1;
const RIGHT = 9;
const DATA = 16;
const WIDTHS = { first: 170, other: 90, left: 800, right: 620 };

/** Cells that drive all formulas. */
const SHOP = '$A$4';
const RANGE = '$I$4';
const COMPARE = '$A$6';
const ZONE = '$I$6';
const VERSION = { row: 4, column: 11 };

const CARD_ROW = 8;
/** Columns in which the cards begin; a card is its figure and the change beside it. */
const CARD_COLUMNS = [1, 3, 5, 7, 9, 11];
const FIRST_BAND = 11;
const CHART_ROWS = 15;
/** Rows that a chart looks at: its table grows with the days. */
const CHART_LENGTH = 400;
const DATA_ROW = 8;

const PRESETS = [
  'last_7_days',
  'last_14_days',
  'last_28_days',
  'last_30_days',
  DAYS,
  'this_month',
  'last_month',
];
const COMPARISONS = [COMPARED, 'last_year', 'none'];

const quoted = (text: string) => `"${text}"`;

/** The formula of a table. Semicolons part arguments in every locale. */
export function formulaOf({ metrics, dimensions, filters = '', options = '', compare }: Query): string {
  const fixed = options === '' ? '' : `; ${options}`;
  const compared = compare ? `&IF(${COMPARE}="none";"";"; compare="&${COMPARE}&"; show=${compare}")` : '';
  const asked = `"shop="&${SHOP}&"; tz="&${ZONE}${fixed && `&${quoted(fixed)}`}${compared}`;
  return `=TIKTOKSHOP(${[quoted(metrics), quoted(dimensions), RANGE, quoted(filters), asked, 'TIKTOKSHOP_VERSION'].join(';')})`;
}

const count = (list: string) => (list === '' ? 0 : list.split(',').length);

/** Columns of a table that grows beside the others; what is compared has one more for each metric. */
const widthOf = ({ metrics, dimensions, compare }: Query) =>
  count(dimensions) + count(metrics) * (compare ? 2 : 1);

export function drawingOf(name: string, layout: Layout, { zone, formats, shops }: DashboardFacts): Drawing {
  const cells = new Map<string, string>();
  const put = (row: number, column: number, text: string) => cells.set(`${row},${column}`, text);
  const labels: Area[] = [];
  const titles: Area[] = [];
  const headers: Area[] = [];
  const figures: Area[] = [];
  const changes: Area[] = [];
  const heat: Area[] = [];
  const charts: DrawnChart[] = [];
  const formatted: Record<string, Area[]> = {};
  const line = (row: number, column: number, columns: number): Area => ({ row, column, rows: 1, columns });
  const label = (row: number, column: number, text: string) => {
    put(row, column, text);
    labels.push(line(row, column, 1));
  };
  let table = 0;
  /** Formats of the next table, spread over so many cells. */
  const format = (area: Area) => {
    const known = formats[table++] ?? [];
    for (let i = 0; i < area.columns; i++) {
      const one = known[Math.min(i, known.length - 1)] ?? '@';
      // A formula in a cell of plain text would be text.
      if (one === '@') continue;
      formatted[one] ??= [];
      formatted[one].push({ ...area, column: area.column + i, columns: 1 });
    }
  };

  put(1, 1, name);
  label(
    2,
    1,
    'Change the cells below to see another shop, other days or another comparison. Days may also be given as 2026-01-01..2026-01-31.',
  );
  label(3, LEFT, 'Shop');
  label(3, RIGHT, 'Days');
  label(3, VERSION.column, 'Last update');
  put(4, RIGHT, DAYS);
  label(5, LEFT, 'Compared to');
  label(5, RIGHT, 'Time zone');
  put(6, LEFT, COMPARED);
  put(6, RIGHT, zone);

  layout.cards.forEach((card, i) => {
    const column = CARD_COLUMNS[i] ?? 1;
    label(CARD_ROW, column, card.label);
    put(CARD_ROW + 1, column, formulaOf(cardQuery(card)));
    figures.push(line(CARD_ROW + 1, column, 1));
    changes.push(line(CARD_ROW + 1, column + 1, 1));
    format(line(CARD_ROW + 1, column, 2));
  });

  let row = FIRST_BAND;
  let data = DATA;
  const draw = (block: Block, column: number): number => {
    const { title, query } = block;
    put(row, column, title);
    titles.push(line(row, column, 1));
    const columns = column === LEFT ? RIGHT - LEFT : DATA - 2 - RIGHT + 1;
    if ('chart' in block) {
      const { chart, stacked = false } = block;
      const width = widthOf(query);
      put(DATA_ROW - 1, data, title);
      titles.push(line(DATA_ROW - 1, data, 1));
      put(DATA_ROW, data, formulaOf(query));
      headers.push(line(DATA_ROW, data, width));
      format({ row: DATA_ROW + 1, column: data, rows: CHART_LENGTH, columns: width });
      charts.push({
        type: chart,
        title,
        stacked,
        range: { row: DATA_ROW, column: data, rows: CHART_LENGTH + 1, columns: width },
        row: row + 1,
        column,
        width: column === LEFT ? WIDTHS.left : WIDTHS.right,
        height: CHART_ROWS * 21,
      });
      data += width + 1;
      return CHART_ROWS + 1;
    }
    put(row + 1, column, formulaOf(query));
    headers.push(line(row + 1, column, columns));
    const body = { row: row + 2, column, rows: block.rows, columns };
    format(body);
    if (block.heat) heat.push({ ...body, column: column + 1, columns: columns - 1 });
    return block.rows + 2;
  };
  for (const band of layout.bands) {
    const heights = band.map((block, i) => draw(block, i === 0 ? LEFT : RIGHT));
    row += Math.max(...heights) + 1;
  }

  const rows = row;
  const columns = data;
  return {
    cells: Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => cells.get(`${r + 1},${c + 1}`) ?? ''),
    ),
    // Tables of charts grow below the cells that are written.
    frozen: 6,
    height: Math.max(rows, DATA_ROW + CHART_LENGTH),
    widths: [
      [1, columns, WIDTHS.other],
      [LEFT, 1, WIDTHS.first],
      [RIGHT, 1, WIDTHS.first],
    ],
    name: line(1, 1, 1),
    labels,
    controls: [4, 6].flatMap((at) => [line(at, LEFT, 1), line(at, RIGHT, 1)]),
    titles,
    headers,
    figures,
    changes,
    heat,
    formatted,
    charts,
    shop: { ...line(4, 1, 1), choices: shops },
    lists: [
      { ...line(4, RIGHT, 1), choices: PRESETS },
      { ...line(6, LEFT, 1), choices: COMPARISONS },
    ],
    version: VERSION,
  };
}

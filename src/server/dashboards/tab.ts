import { VERSION_NAME } from '../../shared/formula-text';
import { type Mark, placedReports } from '../tabs/marks';

/** Puts a dashboard into its tab: all cells at once, then looks, lists and charts, in as few calls as there are kinds of them. */

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface DrawnChart {
  type: 'LINE' | 'COLUMN' | 'BAR';
  title: string;
  stacked: boolean;
  /** Its table, with a line of headers. */
  range: Area;
  /** Cell of its top left corner, and pixels. */
  row: number;
  column: number;
  width: number;
  height: number;
}

interface Choice extends Area {
  choices: readonly string[];
}

/** What is drawn, with no decision left. */
export interface Drawing {
  /** Texts and formulas from A1 on; what is not ours alone to word stands in `shop`. */
  cells: string[][];
  /** Rows that the tab needs. */
  height: number;
  /** Rows that stay in sight. */
  frozen: number;
  /** First column, number of columns, pixels; later ones win. */
  widths: [first: number, count: number, pixels: number][];
  name: Area;
  labels: Area[];
  /** Cells that the user is to change. */
  controls: Area[];
  titles: Area[];
  headers: Area[];
  figures: Area[];
  /** Changes in proportion: red below zero, green above. */
  changes: Area[];
  heat: Area[];
  /** Areas by their number format. */
  formatted: Record<string, Area[]>;
  charts: DrawnChart[];
  /** A shop's name may look like anything. */
  shop: Choice;
  lists: Choice[];
  version: { row: number; column: number };
}

const COLORS = { title: '#202124', label: '#5f6368', control: '#fef7e0', header: '#f1f3f4' };
const SCALE = { min: '#ffffff', max: '#fe2c55' };
const CHANGE = { down: '#c5221f', up: '#137333' };

/** Draws unless it is done already; what a killed run left behind is drawn anew. */
export function drawTab(sheetId: number, drawing: () => Drawing): void {
  const placed = placedReports().find((one) => one.sheet.getSheetId() === sheetId);
  if (!placed) throw new Error('The dashboard’s tab is gone.');
  const { sheet, mark, metadata } = placed;
  if (mark.state === 'done') return;
  const drawn = drawing();
  const keep = (state: Mark['state']) => metadata.setValue(JSON.stringify({ ...mark, state } satisfies Mark));
  if (mark.state === 'writing') {
    sheet.clear();
    for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  }
  keep('writing');
  write(sheet, drawn);
  sheet.getRange(drawn.version.row, drawn.version.column).setFormula(`=${VERSION_NAME}`);
  look(sheet, drawn);
  for (const chart of drawn.charts) sheet.insertChart(chartOf(sheet, chart));
  SpreadsheetApp.flush();
  keep('done');
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const at = (sheet: Sheet, { row, column, rows, columns }: Area) => sheet.getRange(row, column, rows, columns);

const all = (sheet: Sheet, areas: Area[]) =>
  sheet.getRangeList(areas.map((area) => at(sheet, area).getA1Notation()));

function write(sheet: Sheet, { cells, height, widths, formatted, shop, lists }: Drawing): void {
  const columns = cells[0]?.length ?? 0;
  if (sheet.getMaxRows() < height) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  if (sheet.getMaxColumns() < columns)
    sheet.insertColumnsAfter(sheet.getMaxColumns(), columns - sheet.getMaxColumns());
  for (const [first, count, pixels] of widths) sheet.setColumnWidths(first, count, pixels);
  sheet.getRange(1, 1, cells.length, columns).setValues(cells);
  for (const [format, areas] of Object.entries(formatted)) all(sheet, areas).setNumberFormat(format);
  const [name = ''] = shop.choices;
  // Rich text is never taken for a formula or a number.
  at(sheet, shop)
    .setNumberFormat('@')
    .setRichTextValue(SpreadsheetApp.newRichTextValue().setText(name).build());
  for (const list of [shop, ...lists])
    at(sheet, list).setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireValueInList([...list.choices], true)
        .setAllowInvalid(list !== shop)
        .build(),
    );
}

function look(sheet: Sheet, drawn: Drawing): void {
  const { name, labels, controls, titles, headers, figures, changes, heat } = drawn;
  all(sheet, [name]).setFontSize(18).setFontWeight('bold').setFontColor(COLORS.title);
  all(sheet, labels).setFontColor(COLORS.label);
  all(sheet, controls).setBackground(COLORS.control).setFontWeight('bold');
  all(sheet, titles).setFontSize(12).setFontWeight('bold').setFontColor(COLORS.title);
  all(sheet, headers).setBackground(COLORS.header).setFontWeight('bold').setWrap(true);
  all(sheet, figures).setFontSize(12).setFontWeight('bold');
  const rule = SpreadsheetApp.newConditionalFormatRule;
  const ranges = (areas: Area[]) => areas.map((area) => at(sheet, area));
  sheet.setConditionalFormatRules([
    rule().whenNumberLessThan(0).setFontColor(CHANGE.down).setRanges(ranges(changes)).build(),
    rule().whenNumberGreaterThan(0).setFontColor(CHANGE.up).setRanges(ranges(changes)).build(),
    ...heat.map((area) =>
      rule()
        .setGradientMinpoint(SCALE.min)
        .setGradientMaxpoint(SCALE.max)
        .setRanges([at(sheet, area)])
        .build(),
    ),
  ]);
  sheet.setFrozenRows(drawn.frozen);
}

const chartOf = (sheet: Sheet, { type, title, stacked, range, row, column, width, height }: DrawnChart) =>
  sheet
    .newChart()
    .setChartType(Charts.ChartType[type])
    .addRange(at(sheet, range))
    .setNumHeaders(1)
    .setPosition(row, column, 0, 0)
    .setOption('title', title)
    .setOption('width', width)
    .setOption('height', height)
    .setOption('isStacked', stacked)
    .setOption('legend', { position: 'bottom' })
    .build();

// How cells look: number formats, notes, fonts, colours, alignment.
import { formatOf } from '../document/cells';
import { eachCell, mapArea, readCell, writeCell } from '../document/grid';
import { isGeneral } from '../document/number-format';
import { type ExecutionContext, handle } from '../execution-context';
import { type Method, read, service } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import type { CellStyle } from '../types';
import { checkShape, writes } from './range';
import { documentOf, type RangeKey, rangeTab, touch } from './receiver';

type At = (row: number, column: number) => unknown;

const cellsOf =
  (key: RangeKey, grid: unknown[][]): At =>
  (row, column) =>
    grid[row - key.row]?.[column - key.column];

function setFormats(context: ExecutionContext, key: RangeKey, at: At): string {
  const tab = rangeTab(context, key);
  eachCell(key, (row, column) => {
    const format = at(row, column);
    // null does not reset a format: 'general' does.
    if (typeof format !== 'string') throw signatureMismatch('SpreadsheetApp.Range.setNumberFormat', [format]);
    writeCell(tab, 'formats', row, column, isGeneral(format) ? null : format);
  });
  touch(documentOf(context, key));
  return SELF;
}

function setNotes(context: ExecutionContext, key: RangeKey, at: At): string {
  const tab = rangeTab(context, key);
  eachCell(key, (row, column) => {
    const note = at(row, column);
    if (note !== null && note !== undefined && typeof note !== 'string')
      throw signatureMismatch('SpreadsheetApp.Range.setNote', [note]);
    writeCell(tab, 'notes', row, column, note || null);
  });
  return SELF;
}

function setStyle(
  context: ExecutionContext,
  key: RangeKey,
  change: (at: [number, number]) => CellStyle,
): string {
  const tab = rangeTab(context, key);
  eachCell(key, (row, column) => {
    const style = { ...readCell(tab, 'styles', row, column), ...change([row, column]) };
    const set = Object.fromEntries(
      Object.entries(style).filter(([, value]) => value !== null && value !== undefined),
    );
    writeCell(tab, 'styles', row, column, Object.keys(set).length > 0 ? (set as CellStyle) : null);
  });
  return SELF;
}

/** `name` for all cells and, in the plural, one by one. */
function styleMethods<Name extends string>(
  name: Name,
  plural: Name,
  toStyle: (value: unknown) => unknown,
): Record<Name, Method> {
  return {
    [name]: writes(
      (context, key: RangeKey, value: unknown) => setStyle(context, key, () => toStyle(value) as CellStyle),
      100,
    ),
    [plural]: writes((context, key: RangeKey, grid: unknown) => {
      const at = cellsOf(key, checkShape(key, grid, plural));
      return setStyle(context, key, ([row, column]) => toStyle(at(row, column)) as CellStyle);
    }, 150),
  } as Record<Name, Method>;
}

function oneOf(what: string, allowed: readonly string[], value: unknown): unknown {
  if (value !== null && !allowed.includes(String(value)))
    throw new ServiceError(`Invalid argument: ${what} ${String(value)}`);
  return value;
}

const bold = (value: unknown) => oneOf('fontWeight', ['bold', 'normal'], value) === 'bold';
const italic = (value: unknown) => oneOf('fontStyle', ['italic', 'normal'], value) === 'italic';
const horizontal = ['left', 'center', 'right', 'normal'];
const vertical = ['top', 'middle', 'bottom'];

export const rangeFormatMethods = service('read document', {
  setNumberFormat: writes(
    (context, key: RangeKey, format: unknown) => setFormats(context, key, () => format),
    150,
  ),
  setNumberFormats: writes(
    (context, key: RangeKey, grid: unknown) =>
      setFormats(context, key, cellsOf(key, checkShape(key, grid, 'setNumberFormats'))),
    200,
  ),
  getNumberFormats: read((context, key: RangeKey) => {
    const tab = rangeTab(context, key);
    return mapArea(key, (row, column) => formatOf(tab, row, column));
  }),
  getNumberFormat: read((context, key: RangeKey) => formatOf(rangeTab(context, key), key.row, key.column)),
  setNote: writes((context, key: RangeKey, note: unknown) => setNotes(context, key, () => note), 150),
  setNotes: writes(
    (context, key: RangeKey, grid: unknown) =>
      setNotes(context, key, cellsOf(key, checkShape(key, grid, 'setNotes'))),
    150,
  ),
  getNotes: read((context, key: RangeKey) => {
    const tab = rangeTab(context, key);
    return mapArea(key, (row, column) => readCell(tab, 'notes', row, column) ?? '');
  }),
  getNote: read(
    (context, key: RangeKey) => readCell(rangeTab(context, key), 'notes', key.row, key.column) ?? '',
  ),
  getBackgrounds: read((context, key: RangeKey) => {
    const tab = rangeTab(context, key);
    return mapArea(key, (row, column) => readCell(tab, 'styles', row, column)?.background ?? '#ffffff');
  }),
  getFontWeight: read((context, key: RangeKey) =>
    readCell(rangeTab(context, key), 'styles', key.row, key.column)?.bold ? 'bold' : 'normal',
  ),
  ...styleMethods('setFontWeight', 'setFontWeights', (value) => ({ bold: bold(value) || null })),
  ...styleMethods('setFontStyle', 'setFontStyles', (value) => ({ italic: italic(value) || null })),
  ...styleMethods('setFontColor', 'setFontColors', (color) => ({ color })),
  ...styleMethods('setFontSize', 'setFontSizes', (fontSize) => ({ fontSize })),
  ...styleMethods('setFontFamily', 'setFontFamilies', (fontFamily) => ({ fontFamily })),
  ...styleMethods('setFontLine', 'setFontLines', (fontLine) => ({ fontLine })),
  ...styleMethods('setBackground', 'setBackgrounds', (background) => ({ background })),
  ...styleMethods('setHorizontalAlignment', 'setHorizontalAlignments', (value) => ({
    align: oneOf('alignment', horizontal, value),
  })),
  ...styleMethods('setVerticalAlignment', 'setVerticalAlignments', (value) => ({
    verticalAlign: oneOf('alignment', vertical, value),
  })),
  ...styleMethods('setWrap', 'setWraps', (value) => ({ wrap: value === true ? 'WRAP' : 'OVERFLOW' })),
  ...styleMethods('setWrapStrategy', 'setWrapStrategies', (value) => ({
    wrap: (value as { name: string }).name,
  })),
  applyRowBanding: writes((context, key: RangeKey) => {
    const tab = rangeTab(context, key);
    const { row, column, rows, columns } = key;
    const overlaps = tab.bandings.some(
      (area) =>
        area.row < row + rows &&
        row < area.row + area.rows &&
        area.column < column + columns &&
        column < area.column + area.columns,
    );
    if (overlaps)
      throw new ServiceError(
        'You cannot add alternating background colors to a range that already has alternating background colors.',
      );
    tab.bandings.push({ row, column, rows, columns });
    return handle('Banding', { document: key.document, tab: key.tab, row, column, rows, columns });
  }, 200),
});

export const bandingServices = { Banding: {} };

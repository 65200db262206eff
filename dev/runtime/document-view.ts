// Documents and tabs as their users see and edit them.
import { areaToA1, parseA1 } from './document/a1';
import { displayOf, enter, formatOf } from './document/cells';
import { eachCell, lastColumn, lastRow, mapArea, readCell, writeCell } from './document/grid';
import { cellCount } from './document/limits';
import { isDateFormat, isGeneral } from './document/number-format';
import type { Area, DocumentState, MetadataState, TabState } from './document/state';
import {
  deleteLines,
  deleteTab,
  dragColumns,
  duplicateTab,
  freeTabName,
  hideTab,
  insertLines,
  newTab,
} from './document/structure';
import { checkValid } from './document/validation';
import { serialToDate } from './document/zone';
import type { CellValue, DocumentView, MetadataView, TabView } from './types';

/** How a view reaches the state that is current, and has formulas calculated after an edit. */
export interface Access {
  document(): DocumentState;
  now(): number;
  changed(): void;
}

function metadataView({ id, key, value, visibility, location, index }: MetadataState): MetadataView {
  return { id, key, value, visibility, location, ...(index === null ? {} : { index }) };
}

export function documentView(access: Access): DocumentView {
  const { document } = access;
  return {
    get id() {
      return document().id;
    },
    get name() {
      return document().name;
    },
    get owner() {
      return document().owner;
    },
    get timeZone() {
      return document().timeZone;
    },
    get locale() {
      return document().locale;
    },
    get cellCount() {
      return cellCount(document());
    },
    get tabs() {
      return document().tabs.map(({ id }) => tabView(access, id));
    },
    get activeTab() {
      const { activeTab, tabs } = document();
      return tabs.some(({ id }) => id === activeTab) ? activeTab : (tabs[0]?.id ?? 0);
    },
    get metadata() {
      return document()
        .metadata.filter(({ location }) => location === 'SPREADSHEET')
        .map(metadataView);
    },
    get namedRanges() {
      return document().namedRanges.map(({ name, tab, area }) => ({
        name,
        tab: document().tabs.find(({ id }) => id === tab)?.name ?? '',
        range: areaToA1(area),
      }));
    },
    tab(nameOrId) {
      const found = document().tabs.find(
        ({ id, name }) => (typeof nameOrId === 'number' ? id : name) === nameOrId,
      );
      if (!found)
        throw new Error(
          `no tab ${nameOrId}; there are ${document()
            .tabs.map((t) => t.name)
            .join(', ')}`,
        );
      return tabView(access, found.id);
    },
    addTab(name) {
      const tab = newTab(
        document(),
        freeTabName(document(), (n) => (n === 1 ? name : `${name} ${n}`)),
      );
      document().tabs.push(tab);
      access.changed();
      return tabView(access, tab.id);
    },
  };
}

function tabView(access: Access, id: number): TabView {
  const { document } = access;
  const state = (): TabState => {
    const found = document().tabs.find((tab) => tab.id === id);
    if (!found) throw new Error(`tab ${id} was deleted`);
    return found;
  };
  const areaOf = (range?: string): Area => {
    const tab = state();
    if (range === undefined)
      return { row: 1, column: 1, rows: Math.max(1, lastRow(tab)), columns: Math.max(1, lastColumn(tab)) };
    const area = parseA1(range, tab);
    if (!area) throw new Error(`${range} is no range`);
    return area;
  };
  const valueAt = (row: number, column: number): CellValue => {
    const value = readCell(state(), 'values', row, column);
    if (value === null) return '';
    return typeof value === 'number' && isDateFormat(formatOf(state(), row, column))
      ? new Date(serialToDate(document().timeZone, value))
      : value;
  };
  const edit = (change: (tab: TabState) => void): void => {
    change(state());
    document().stale = true;
    access.changed();
  };
  const grid = <T>(range: string | undefined, value: (row: number, column: number) => T): T[][] =>
    mapArea(areaOf(range), value);

  return {
    id,
    get name() {
      return state().name;
    },
    get hidden() {
      return state().hidden;
    },
    get maxRows() {
      return state().maxRows;
    },
    get maxColumns() {
      return state().maxColumns;
    },
    get lastRow() {
      return lastRow(state());
    },
    get lastColumn() {
      return lastColumn(state());
    },
    get frozenRows() {
      return state().frozenRows;
    },
    get frozenColumns() {
      return state().frozenColumns;
    },
    get columnWidths() {
      const tab = state();
      return Array.from({ length: tab.maxColumns }, (_, i) => tab.widths[i + 1] ?? 100);
    },
    get metadata() {
      return document()
        .metadata.filter(({ tab }) => tab === id)
        .map(metadataView);
    },
    get protections() {
      return state().protections.map(({ description, warningOnly, area }) => ({
        description,
        warningOnly,
        range: area && areaToA1(area),
      }));
    },
    get filter() {
      const { filter } = state();
      return filter && areaToA1(filter);
    },
    get charts() {
      return state().charts.map(({ type, ranges, headers, options, row, column }) => ({
        type,
        ranges: ranges.map(({ tab, area }) => {
          const other = document().tabs.find((one) => one.id === tab);
          return (tab === id ? '' : `'${other?.name}'!`) + areaToA1(area);
        }),
        headers,
        options,
        row,
        column,
      }));
    },
    get validations() {
      return state().validations.map(({ area, list, allowInvalid }) => ({
        range: areaToA1(area),
        list,
        allowInvalid,
      }));
    },
    get conditionalFormats() {
      return state().conditionalFormats.map(({ areas, ...rule }) => ({
        ranges: areas.map(areaToA1),
        ...rule,
      }));
    },
    values: (range) => grid(range, valueAt),
    display: (range) => grid(range, (row, column) => displayOf(document(), state(), row, column)),
    formats: (range) => grid(range, (row, column) => formatOf(state(), row, column)),
    formulas: (range) => grid(range, (row, column) => readCell(state(), 'formulas', row, column) ?? ''),
    notes: (range) => grid(range, (row, column) => readCell(state(), 'notes', row, column) ?? ''),
    styles: (range) => grid(range, (row, column) => readCell(state(), 'styles', row, column) ?? {}),
    cell(a1) {
      const { row, column } = areaOf(a1);
      const error = readCell(state(), 'errors', row, column);
      return {
        value: valueAt(row, column),
        display: displayOf(document(), state(), row, column),
        format: formatOf(state(), row, column),
        formula: readCell(state(), 'formulas', row, column) ?? '',
        note: readCell(state(), 'notes', row, column) ?? '',
        ...(error === null ? {} : { error }),
        style: readCell(state(), 'styles', row, column) ?? {},
      };
    },
    type: (a1, text) =>
      edit((tab) => {
        const { row, column } = areaOf(a1);
        checkValid(tab, row, column, text);
        // By hand, '=1' in a cell of plain text stays text.
        const literal = formatOf(tab, row, column) === '@' && text.startsWith('=');
        if (literal) writeCell(tab, 'values', row, column, text);
        else enter(document(), tab, row, column, text, access.now());
      }),
    setFormat: (range, format) =>
      edit((tab) =>
        eachCell(areaOf(range), (row, column) =>
          writeCell(tab, 'formats', row, column, isGeneral(format) ? null : format),
        ),
      ),
    setNote: (a1, note) =>
      edit((tab) => {
        const { row, column } = areaOf(a1);
        writeCell(tab, 'notes', row, column, note || null);
      }),
    setStyle: (range, style) =>
      edit((tab) =>
        eachCell(areaOf(range), (row, column) =>
          writeCell(tab, 'styles', row, column, { ...readCell(tab, 'styles', row, column), ...style }),
        ),
      ),
    setColumnWidth: (column, pixels) =>
      edit((tab) => {
        tab.widths[column] = pixels;
      }),
    insertRows: (before, count = 1) =>
      edit((tab) => insertLines(document(), tab, 'row', before, count, Math.max(1, before - 1))),
    deleteRows: (first, count = 1) => edit((tab) => deleteLines(document(), tab, 'row', first, count)),
    insertColumns: (before, count = 1) =>
      edit((tab) => insertLines(document(), tab, 'column', before, count, Math.max(1, before - 1))),
    deleteColumns: (first, count = 1) => edit((tab) => deleteLines(document(), tab, 'column', first, count)),
    createFilter: (range) =>
      edit((tab) => {
        tab.filter = areaOf(range);
      }),
    merge: (range) =>
      edit((tab) => {
        tab.merges.push(areaOf(range));
      }),
    protect: (range, editors) =>
      edit((tab) => {
        const area = range === null ? null : areaOf(range);
        const id = document().nextId++;
        tab.protections.push({ id, description: '', warningOnly: false, editors: [...editors], area });
      }),
    moveColumns: (first, count, before) => edit((tab) => dragColumns(document(), tab, first, count, before)),
    nameRange: (name, range) =>
      edit((tab) => {
        document().namedRanges.push({ name, tab: tab.id, area: areaOf(range) });
      }),
    rename: (name) =>
      edit((tab) => {
        if (document().tabs.some((other) => other !== tab && other.name.toLowerCase() === name.toLowerCase()))
          throw new Error(`there is another tab named ${name}`);
        tab.name = name;
      }),
    moveTo: (position) =>
      edit((tab) => {
        const { tabs } = document();
        tabs.splice(tabs.indexOf(tab), 1);
        tabs.splice(position, 0, tab);
      }),
    setHidden: (hidden) =>
      edit((tab) => {
        if (hidden) hideTab(document(), tab);
        else tab.hidden = false;
      }),
    activate(a1) {
      if (a1 !== undefined) {
        const { row, column } = areaOf(a1);
        state().current = { row, column };
      }
      document().activeTab = id;
    },
    duplicate() {
      const name = freeTabName(document(), (n) => `Copy of ${state().name}${n === 1 ? '' : ` ${n}`}`);
      const copy = duplicateTab(document(), state(), name);
      access.changed();
      return tabView(access, copy.id);
    },
    delete: () => edit((tab) => deleteTab(document(), tab)),
  };
}

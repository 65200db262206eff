import { lookupCost } from '../costs';
import { parseA1, splitTabName } from '../document/a1';
import { checkCells, checkTabName } from '../document/limits';
import type { DocumentState, TabState } from '../document/state';
import { deleteTab, duplicateTab, freeTabName, newTab } from '../document/structure';
import type { ExecutionContext, Handle } from '../execution-context';
import { type Method, type Run, read, service, write } from '../method';
import { ServiceError } from '../service-error';
import {
  dataArea,
  documentOf,
  outsideError,
  rangeHandle,
  sheetHandle,
  type TabKey,
  tabOf,
  touch,
} from './receiver';

interface Key {
  document: string;
}

const writes = (run: Run, cost?: Method['cost']): Method => ({
  ...write(run, cost),
  needs: 'write document',
});

function find(context: ExecutionContext, key: Key, test: (tab: TabState) => boolean): Handle | null {
  const tab = documentOf(context, key).tabs.find(test);
  return tab ? sheetHandle(key.document, tab.id) : null;
}

function activeTab(document: DocumentState): TabState {
  return document.tabs.find(({ id }) => id === document.activeTab) ?? document.tabs[0]!;
}

/** insertSheet(), (name), (index), (name, index), each with options { template }, which are not supported. */
function insertSheet(context: ExecutionContext, key: Key, ...args: unknown[]): Handle {
  const document = documentOf(context, key);
  const name = args.find((arg) => typeof arg === 'string');
  const index = args.find((arg) => typeof arg === 'number');
  if (args.some((arg) => typeof arg === 'object' && arg !== null))
    throw new ServiceError('insertSheet with options is not implemented in the local runtime');
  checkCells(document, 26_000);
  const wanted =
    name === undefined ? freeTabName(document, (n) => `Sheet${n}`) : checkTabName(document, name);
  const tab = newTab(document, wanted);
  // Without an index the new tab comes after the active one.
  const position = index ?? document.tabs.findIndex(({ id }) => id === document.activeTab) + 1;
  document.tabs.splice(position, 0, tab);
  document.activeTab = tab.id;
  touch(document);
  return sheetHandle(key.document, tab.id);
}

function getRange(context: ExecutionContext, key: Key, reference: unknown): Handle {
  const document = documentOf(context, key);
  const { tab: name, rest } = splitTabName(String(reference));
  const tab = name === null ? activeTab(document) : document.tabs.find((t) => t.name === name);
  const named = document.namedRanges.find((range) => range.name === reference);
  if (named) return rangeHandle(key.document, tabOf(context, { ...key, tab: named.tab }), named.area);
  const area = tab && parseA1(rest, tab);
  if (!tab || !area) throw new ServiceError('Range not found');
  return rangeHandle(key.document, tab, area);
}

const spreadsheet = service('read document', {
  getId: read((_, key: Key) => key.document, lookupCost),
  getName: read((context, key: Key) => documentOf(context, key).name, lookupCost),
  getUrl: read((_, key: Key) => `https://docs.google.com/spreadsheets/d/${key.document}/edit`, lookupCost),
  getSpreadsheetTimeZone: read((context, key: Key) => documentOf(context, key).timeZone, lookupCost),
  getSpreadsheetLocale: read((context, key: Key) => documentOf(context, key).locale, lookupCost),
  getSheets: read(
    (context, key: Key) => documentOf(context, key).tabs.map(({ id }) => sheetHandle(key.document, id)),
    lookupCost,
  ),
  getNumSheets: read((context, key: Key) => documentOf(context, key).tabs.length, lookupCost),
  getSheetByName: read(
    (context, key: Key, name: string) => find(context, key, (tab) => tab.name === name),
    lookupCost,
  ),
  getSheetById: read(
    (context, key: Key, id: number) => find(context, key, (tab) => tab.id === id),
    lookupCost,
  ),
  getActiveSheet: read(
    (context, key: Key) => sheetHandle(key.document, activeTab(documentOf(context, key)).id),
    lookupCost,
  ),
  setActiveSheet: writes((context, key: Key, sheet: { $key: TabKey }) => {
    const tab = tabOf(context, sheet.$key);
    tab.hidden = false;
    documentOf(context, key).activeTab = tab.id;
    return sheetHandle(key.document, tab.id);
  }, 50),
  insertSheet: writes(insertSheet, 400),
  deleteSheet: writes((context, key: Key, sheet: { $key: TabKey }) => {
    deleteTab(documentOf(context, key), tabOf(context, sheet.$key));
  }, 400),
  deleteActiveSheet: writes((context, key: Key) => {
    const document = documentOf(context, key);
    deleteTab(document, activeTab(document));
    return sheetHandle(key.document, document.activeTab);
  }, 400),
  duplicateActiveSheet: writes((context, key: Key) => {
    const document = documentOf(context, key);
    const tab = activeTab(document);
    const name = freeTabName(document, (n) => `Copy of ${tab.name}${n === 1 ? '' : ` ${n}`}`);
    document.activeTab = duplicateTab(document, tab, name).id;
    return sheetHandle(key.document, document.activeTab);
  }, 600),
  moveActiveSheet: writes((context, key: Key, position: number) => {
    const document = documentOf(context, key);
    const tab = activeTab(document);
    if (!(position >= 1 && position <= document.tabs.length)) throw outsideError();
    document.tabs.splice(document.tabs.indexOf(tab), 1);
    document.tabs.splice(position - 1, 0, tab);
  }, 200),
  rename: writes((context, key: Key, name: string) => {
    documentOf(context, key).name = name;
  }, 200),
  setSpreadsheetTimeZone: writes((context, key: Key, zone: string) => {
    documentOf(context, key).timeZone = zone;
  }, 200),
  setSpreadsheetLocale: writes((context, key: Key, locale: string) => {
    documentOf(context, key).locale = locale;
  }, 200),
  getRange: read(getRange, lookupCost),
  getDataRange: read((context, key: Key) => {
    const tab = activeTab(documentOf(context, key));
    return rangeHandle(key.document, tab, dataArea(tab));
  }, lookupCost),
  getLastRow: read((context, key: Key) => {
    const area = dataArea(activeTab(documentOf(context, key)));
    return area.rows;
  }, lookupCost),
  toast: {
    ...write((context, _, message: unknown, title: unknown = '') => {
      context.toasts.push({ message: String(message), title: String(title) });
    }, 20),
    needs: 'write document',
  },
});

export const spreadsheetServices = spreadsheet;

import { displayOf, enter } from '../document/cells';
import { readCell } from '../document/grid';
import type { Area } from '../document/state';
import type { ExecutionContext, Handle } from '../execution-context';
import { type Method, pure, type Run, read, service, write } from '../method';
import { SELF } from '../protocol';
import { dataArea, documentOf, rangeHandle, touch } from './receiver';

interface Key {
  document: string;
  tab?: number;
  row?: number;
  column?: number;
  rows?: number;
  columns?: number;
}

interface Finder {
  key: Key;
  text: string;
  matchCase: boolean;
  matchEntireCell: boolean;
  matchFormulaText: boolean;
  regularExpression: boolean;
}

const writes = (run: Run, cost: number): Method => ({ ...write(run, cost), needs: 'write document' });
const of = (context: ExecutionContext, key: unknown): Finder => context.kept<Finder>(key, 'TextFinder');

export const textFinderMethods = service('read document', {
  createTextFinder: read(
    (context, key: Key, text: string) =>
      context.keep('TextFinder', {
        key,
        text: String(text),
        matchCase: false,
        matchEntireCell: false,
        matchFormulaText: false,
        regularExpression: false,
      } satisfies Finder),
    1,
  ),
});

function pattern({ text, matchCase, regularExpression }: Finder): RegExp {
  const source = regularExpression ? text : text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(source, matchCase ? 'g' : 'gi');
}

interface Hit {
  tab: number;
  row: number;
  column: number;
  text: string;
}

function hits(context: ExecutionContext, finder: Finder): Hit[] {
  const { key } = finder;
  const document = documentOf(context, key);
  const regex = pattern(finder);
  const found: Hit[] = [];
  for (const tab of document.tabs) {
    if (key.tab !== undefined && key.tab !== tab.id) continue;
    const area: Area = key.row === undefined ? dataArea(tab) : (key as Area);
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const formula = readCell(tab, 'formulas', row, column);
        const text = finder.matchFormulaText ? (formula ?? '') : displayOf(document, tab, row, column);
        if (text === '') continue;
        regex.lastIndex = 0;
        const match = regex.exec(text);
        if (match && (!finder.matchEntireCell || match[0] === text))
          found.push({ tab: tab.id, row, column, text });
      }
  }
  return found;
}

function findAll(context: ExecutionContext, self: unknown): Handle[] {
  const finder = of(context, self);
  const { document, tabs } = { document: finder.key.document, tabs: documentOf(context, finder.key).tabs };
  return hits(context, finder).map(({ tab, row, column }) =>
    rangeHandle(document, tabs.find(({ id }) => id === tab)!, { row, column, rows: 1, columns: 1 }),
  );
}

/** Counts the cells it changed; formulas only if formula text was asked for. */
function replaceAll(context: ExecutionContext, self: unknown, replacement: string): number {
  const finder = of(context, self);
  const document = documentOf(context, finder.key);
  const found = hits(context, finder).filter((hit) => {
    const tab = document.tabs.find(({ id }) => id === hit.tab)!;
    return finder.matchFormulaText || readCell(tab, 'formulas', hit.row, hit.column) === null;
  });
  for (const { tab: id, row, column, text } of found) {
    const tab = document.tabs.find((t) => t.id === id)!;
    enter(
      document,
      tab,
      row,
      column,
      text.replaceAll(pattern(finder), () => replacement),
      context.state.now,
    );
  }
  touch(document);
  return found.length;
}

const option = (name: 'matchCase' | 'matchEntireCell' | 'matchFormulaText' | 'regularExpression') =>
  pure((context, self, on: boolean) => {
    of(context, self)[name] = on;
    return SELF;
  });

const textFinder = service('read document', {
  matchCase: option('matchCase'),
  matchEntireCell: option('matchEntireCell'),
  matchFormulaText: option('matchFormulaText'),
  useRegularExpression: option('regularExpression'),
  findAll: read(findAll, 300),
  findNext: read((context, self) => findAll(context, self)[0] ?? null, 300),
  replaceAllWith: writes(replaceAll, 400),
});

export const textFinderServices = { TextFinder: textFinder };

import { lookupCost } from '../costs';
import type { DocumentState, MetadataState } from '../document/state';
import { type ExecutionContext, enumValue, type Handle, handle } from '../execution-context';
import { type Method, pure, type Run, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import { documentOf, type RangeKey, sheetHandle, type TabKey, tabOf } from './receiver';

interface Place {
  document: string;
  tab?: number;
  location: MetadataState['location'];
  index?: number;
}
interface Key {
  document: string;
  id: number;
}
type Target = (context: ExecutionContext, key: never) => Place;

/** What a key and its value may hold together. */
const LENGTH = 30_000;

const writes = (run: Run): Method => ({ ...write(run, 200), needs: 'write document' });

const ofSpreadsheet: Target = (_, { document }: { document: string }) => ({
  document,
  location: 'SPREADSHEET',
});
const ofSheet: Target = (_, { document, tab }: TabKey) => ({ document, tab, location: 'SHEET' });
/** Metadata of a range has to be metadata of one whole row or column. */
const ofRange: Target = (context, { document, tab, row, column, rows, columns }: RangeKey) => {
  const { maxRows, maxColumns } = tabOf(context, { document, tab });
  if (rows === 1 && columns === maxColumns) return { document, tab, location: 'ROW', index: row };
  if (columns === 1 && rows === maxRows) return { document, tab, location: 'COLUMN', index: column };
  throw new ServiceError(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
};

const at =
  ({ tab = undefined, location, index }: Place) =>
  (entry: MetadataState): boolean =>
    entry.location === location && entry.tab === (tab ?? null) && entry.index === (index ?? null);

function add(context: ExecutionContext, place: Place, key: unknown, args: unknown[]): string {
  const value = args.find((arg) => typeof arg === 'string') ?? null;
  const visibility = args.find((arg): arg is { name: string } => typeof arg === 'object' && arg !== null);
  if (typeof key !== 'string' || args.some((arg) => typeof arg === 'number'))
    throw signatureMismatch('addDeveloperMetadata', [key, ...args]);
  if (key.length + (value?.length ?? 0) > LENGTH) throw new ServiceError('Developer metadata is too large.');
  const document = documentOf(context, place);
  document.metadata.push({
    id: document.nextId++,
    key,
    value,
    visibility: visibility?.name === 'PROJECT' ? 'PROJECT' : 'DOCUMENT',
    location: place.location,
    tab: place.tab ?? null,
    index: place.index ?? null,
  });
  return SELF;
}

export function metadataMethods(target: 'spreadsheet' | 'sheet' | 'range') {
  const place = ({ spreadsheet: ofSpreadsheet, sheet: ofSheet, range: ofRange } as const)[target] as (
    context: ExecutionContext,
    key: unknown,
  ) => Place;
  return service('read document', {
    addDeveloperMetadata: writes((context, self, key: unknown, ...args: unknown[]) =>
      add(context, place(context, self), key, args),
    ),
    getDeveloperMetadata: read((context, self) => {
      const where = place(context, self);
      const document = documentOf(context, where);
      return document.metadata
        .filter(at(where))
        .map(({ id }) => handle('DeveloperMetadata', { document: document.id, id }));
    }, 50),
    createDeveloperMetadataFinder: read((context, self: { document: string; tab?: number }) => {
      const { document, tab } = self;
      return context.keep('DeveloperMetadataFinder', { document, tab: tab ?? null });
    }, 1),
  });
}

interface Finder {
  document: string;
  tab: number | null;
  key?: string;
  value?: string;
  id?: number;
  visibility?: string;
  location?: string;
}

const narrowing = (name: 'key' | 'value' | 'id') =>
  pure((context, self, wanted: string) => {
    Object.assign(context.kept<Finder>(self, 'DeveloperMetadataFinder'), { [name]: wanted });
    return SELF;
  });

function search(context: ExecutionContext, self: unknown): Handle[] {
  const finder = context.kept<Finder>(self, 'DeveloperMetadataFinder');
  const { document, tab, key, value, id, visibility, location } = finder;
  return documentOf(context, { document })
    .metadata.filter(
      (entry) =>
        (tab === null || entry.tab === tab) &&
        (key === undefined || entry.key === key) &&
        (value === undefined || entry.value === value) &&
        (id === undefined || entry.id === id) &&
        (visibility === undefined || entry.visibility === visibility) &&
        (location === undefined || entry.location === location),
    )
    .map((entry) => handle('DeveloperMetadata', { document, id: entry.id }));
}

const finder = service('read document', {
  withKey: narrowing('key'),
  withValue: narrowing('value'),
  withId: narrowing('id'),
  withVisibility: pure((context, self, mark: { name: string }) => {
    context.kept<Finder>(self, 'DeveloperMetadataFinder').visibility = mark.name;
    return SELF;
  }),
  withLocationType: pure((context, self, mark: { name: string }) => {
    context.kept<Finder>(self, 'DeveloperMetadataFinder').location = mark.name;
    return SELF;
  }),
  find: read(search, 100),
});

function entryOf(context: ExecutionContext, key: Key): MetadataState {
  const found = documentOf(context, key).metadata.find(({ id }) => id === key.id);
  if (!found) throw new ServiceError('The developer metadata was deleted.');
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: each setter states what it takes.
const change = (apply: (entry: MetadataState, value: any) => void) =>
  writes((context, key: Key, value: unknown) => {
    apply(entryOf(context, key), value);
    return SELF;
  });

function moveTo(entry: MetadataState, location: 'ROW' | 'COLUMN', index: number): void {
  if (entry.location !== location)
    throw new ServiceError(`Developer metadata of a ${entry.location} stays one.`);
  entry.index = index;
}

const metadata = service('read document', {
  getId: read((_, key: Key) => key.id, lookupCost),
  getKey: read((context, key: Key) => entryOf(context, key).key, lookupCost),
  getValue: read((context, key: Key) => entryOf(context, key).value, lookupCost),
  getVisibility: read(
    (context, key: Key) => enumValue('DeveloperMetadataVisibility', entryOf(context, key).visibility),
    lookupCost,
  ),
  getLocation: read((context, key: Key) => {
    entryOf(context, key);
    return handle('DeveloperMetadataLocation', key);
  }, lookupCost),
  setValue: change((entry, value: string) => {
    entry.value = value;
  }),
  setKey: change((entry, key: string) => {
    entry.key = key;
  }),
  setVisibility: change((entry, visibility: { name: MetadataState['visibility'] }) => {
    entry.visibility = visibility.name;
  }),
  moveToRow: change((entry, row: { $key: RangeKey }) => moveTo(entry, 'ROW', row.$key.row)),
  moveToColumn: change((entry, column: { $key: RangeKey }) => moveTo(entry, 'COLUMN', column.$key.column)),
  remove: writes((context, key: Key) => {
    entryOf(context, key);
    const document: DocumentState = documentOf(context, key);
    document.metadata = document.metadata.filter(({ id }) => id !== key.id);
  }),
});

const location = service('read document', {
  getLocationType: read(
    (context, key: Key) => enumValue('DeveloperMetadataLocationType', entryOf(context, key).location),
    lookupCost,
  ),
  getSheet: read((context, key: Key) => {
    const { tab } = entryOf(context, key);
    return tab === null ? null : sheetHandle(key.document, tab);
  }, lookupCost),
  getSpreadsheet: read((_, key: Key) => handle('Spreadsheet', { document: key.document }), lookupCost),
  getRow: read((context, key: Key) => lineRange(context, key, 'ROW'), lookupCost),
  getColumn: read((context, key: Key) => lineRange(context, key, 'COLUMN'), lookupCost),
});

function lineRange(context: ExecutionContext, key: Key, wanted: 'ROW' | 'COLUMN'): Handle | null {
  const { location: where, tab: id, index } = entryOf(context, key);
  if (where !== wanted || id === null || index === null) return null;
  const tab = tabOf(context, { document: key.document, tab: id });
  const whole =
    wanted === 'ROW'
      ? { row: index, column: 1, rows: 1, columns: tab.maxColumns }
      : { row: 1, column: index, rows: tab.maxRows, columns: 1 };
  return handle('Range', { document: key.document, tab: id, ...whole });
}

export const metadataServices = {
  DeveloperMetadata: metadata,
  DeveloperMetadataFinder: finder,
  DeveloperMetadataLocation: location,
};

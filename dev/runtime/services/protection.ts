import { lookupCost } from '../costs';
import type { ProtectionState } from '../document/state';
import { type ExecutionContext, enumValue, handle } from '../execution-context';
import { type Method, type Run, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import { documentOf, mayEdit, type RangeKey, rangeHandle, type TabKey, tabOf } from './receiver';

interface Key extends TabKey {
  id: number;
}

const writes = (run: Run): Method => ({ ...write(run, 200), needs: 'write document' });

function protectionOf(context: ExecutionContext, key: Key): ProtectionState {
  const found = tabOf(context, key).protections.find(({ id }) => id === key.id);
  if (!found) throw new ServiceError('The protection was removed.');
  return found;
}

function protect(context: ExecutionContext, { document, tab }: TabKey, area: ProtectionState['area']) {
  const id = documentOf(context, { document }).nextId++;
  const sheet = tabOf(context, { document, tab });
  // A tab has one protection of its own: protecting it again gives the same.
  const known = area === null ? sheet.protections.find((entry) => entry.area === null) : undefined;
  if (!known) sheet.protections.push({ id, description: '', warningOnly: false, editors: null, area });
  return handle('Protection', { document, tab, id: known?.id ?? id });
}

export const protectionMethodsOfSheet = service('read document', {
  protect: writes((context, key: TabKey) => protect(context, key, null)),
  getProtections: read((context, { document, tab }: TabKey, type: { name: string }) => {
    const wanted = tabOf(context, { document, tab }).protections.filter(
      ({ area }) => (area === null) === (type.name === 'SHEET'),
    );
    return wanted.map(({ id }) => handle('Protection', { document, tab, id }));
  }, lookupCost),
});

export const protectionMethodsOfRange = service('read document', {
  protect: writes((context, { row, column, rows, columns, ...key }: RangeKey) =>
    protect(context, key, { row, column, rows, columns }),
  ),
});

const protection = service('read document', {
  getDescription: read((context, key: Key) => protectionOf(context, key).description, lookupCost),
  isWarningOnly: read((context, key: Key) => protectionOf(context, key).warningOnly, lookupCost),
  getProtectionType: read(
    (context, key: Key) => enumValue('ProtectionType', protectionOf(context, key).area ? 'RANGE' : 'SHEET'),
    lookupCost,
  ),
  canEdit: read((context, key: Key) => mayEdit(context, key, protectionOf(context, key)), lookupCost),
  getRange: read((context, key: Key) => {
    const tab = tabOf(context, key);
    const whole = { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
    return rangeHandle(key.document, tab, protectionOf(context, key).area ?? whole);
  }, lookupCost),
  setDescription: writes((context, key: Key, description: string) => {
    protectionOf(context, key).description = description;
    return SELF;
  }),
  setWarningOnly: writes((context, key: Key, warningOnly: boolean) => {
    protectionOf(context, key).warningOnly = warningOnly;
    return SELF;
  }),
  remove: writes((context, key: Key) => {
    const tab = tabOf(context, key);
    tab.protections = tab.protections.filter(({ id }) => id !== key.id);
  }),
});

export const protectionServices = { Protection: protection };

import { propertyCost } from '../costs';
import { type ExecutionContext, handle } from '../execution-context';
import { read, service, write } from '../method';
import { SELF } from '../protocol';
import { spend } from '../quotas';
import { ServiceError, signatureMismatch } from '../service-error';

type Scope = { scope: 'script' } | { scope: 'user'; user: string } | { scope: 'document'; document: string };

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const size = (text: string): number => Buffer.byteLength(text, 'utf8');

/** A custom function is anonymous: it sees the properties of the spreadsheet's owner and may not change them. */
function userScope(context: ExecutionContext): Scope {
  return {
    scope: 'user',
    user: context.mode === 'CUSTOM_FUNCTION' ? context.document().owner : context.user,
  };
}

function storeOf(context: ExecutionContext, scope: Scope): Record<string, string> {
  const { state } = context;
  if (scope.scope === 'script') return state.scriptProperties;
  const [stores, owner] =
    scope.scope === 'user' ? [state.userProperties, scope.user] : [state.documentProperties, scope.document];
  stores[owner] ??= {};
  return stores[owner];
}

function count(context: ExecutionContext, uses = 1): void {
  spend(context.state, context.user, context.world.account, 'properties', uses);
}

function put(
  context: ExecutionContext,
  scope: Scope,
  entries: [string, unknown][],
  replaceAll = false,
): void {
  if (scope.scope === 'user' && context.mode === 'CUSTOM_FUNCTION')
    throw new ServiceError('You do not have permission to call setProperty');
  const store = replaceAll ? {} : { ...storeOf(context, scope) };
  for (const [key, value] of entries) {
    // Google turns other types into text of its own choosing, 1 into '1.0' among others.
    if (typeof key !== 'string' || typeof value !== 'string')
      throw signatureMismatch('PropertiesService.Properties.setProperty', [key, value]);
    if (key === '') throw new ServiceError('Invalid argument: key');
    if (size(value) > VALUE_BYTES) throw new ServiceError('Argument too large: value');
    store[key] = value;
  }
  const total = Object.entries(store).reduce((sum, [key, value]) => sum + size(key) + size(value), 0);
  if (total > STORE_BYTES)
    throw new ServiceError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  count(context, Math.max(1, entries.length));
  const target = storeOf(context, scope);
  if (replaceAll) for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, store);
}

function remove(context: ExecutionContext, scope: Scope, keys: readonly string[]): void {
  if (scope.scope === 'user' && context.mode === 'CUSTOM_FUNCTION')
    throw new ServiceError('You do not have permission to call deleteProperty');
  count(context);
  const store = storeOf(context, scope);
  for (const key of keys) delete store[key];
}

const propertiesService = service('properties', {
  getScriptProperties: read(() => handle('Properties', { scope: 'script' }), 1),
  getUserProperties: read((context) => handle('Properties', userScope(context)), 1),
  getDocumentProperties: read(
    ({ documentId }) =>
      documentId === null ? null : handle('Properties', { scope: 'document', document: documentId }),
    1,
  ),
});

const properties = service('properties', {
  getProperty: read((context, scope: Scope, key: unknown) => {
    if (typeof key !== 'string') throw signatureMismatch('PropertiesService.Properties.getProperty', [key]);
    count(context);
    const store = storeOf(context, scope);
    return Object.hasOwn(store, key) ? store[key] : null;
  }, propertyCost),
  getProperties: read((context, scope: Scope) => {
    count(context);
    return { ...storeOf(context, scope) };
  }, propertyCost),
  getKeys: read((context, scope: Scope) => {
    count(context);
    return Object.keys(storeOf(context, scope));
  }, propertyCost),
  setProperty: write((context, scope: Scope, key: string, value: unknown) => {
    put(context, scope, [[key, value]]);
    return SELF;
  }, propertyCost),
  setProperties: write((context, scope: Scope, values: Record<string, unknown>, deleteAllOthers = false) => {
    put(context, scope, Object.entries(values), deleteAllOthers === true);
    return SELF;
  }, propertyCost),
  deleteProperty: write((context, scope: Scope, key: string) => {
    remove(context, scope, [key]);
    return SELF;
  }, propertyCost),
  deleteAllProperties: write((context, scope: Scope) => {
    remove(context, scope, Object.keys(storeOf(context, scope)));
    return SELF;
  }, propertyCost),
});

export const propertyServices = { PropertiesService: propertiesService, Properties: properties };

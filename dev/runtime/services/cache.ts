import { cacheCost } from '../costs';
import { type ExecutionContext, handle } from '../execution-context';
import { read, service, write } from '../method';
import { ServiceError, signatureMismatch } from '../service-error';
import type { CacheEntry } from '../state';

const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;
const MOST_ITEMS = 1000;
/** Measured on the platform: a full cache loses its oldest 101 entries at once. */
const EVICTED = 101;
const LONGEST_SECONDS = 21_600;
const DEFAULT_SECONDS = 600;

interface CacheKey {
  scope: string;
}

function entriesOf(context: ExecutionContext, { scope }: CacheKey): CacheEntry[] {
  const live = (context.state.caches[scope] ?? []).filter(({ expiresAt }) => expiresAt > context.state.now);
  context.state.caches[scope] = live;
  return live;
}

function put(
  context: ExecutionContext,
  cache: CacheKey,
  key: unknown,
  value: unknown,
  seconds: unknown,
): void {
  if (typeof key !== 'string' || typeof value !== 'string')
    throw signatureMismatch('CacheService.Cache.put', [key, value]);
  if (key.length > KEY_LENGTH) throw new ServiceError('Argument too large: key');
  if (Buffer.byteLength(value, 'utf8') > VALUE_BYTES) throw new ServiceError('Argument too large: value');
  const lifetime = seconds === undefined ? DEFAULT_SECONDS : Number(seconds);
  if (!(lifetime > 0)) throw new ServiceError('Invalid argument: expirationInSeconds');
  const entries = entriesOf(context, cache).filter((entry) => entry.key !== key);
  if (entries.length >= MOST_ITEMS) entries.splice(0, EVICTED);
  entries.push({ key, value, expiresAt: context.state.now + Math.min(lifetime, LONGEST_SECONDS) * 1000 });
  context.state.caches[cache.scope] = entries;
}

const cacheService = service('cache and lock', {
  getScriptCache: read(() => handle('Cache', { scope: 'script' }), 1),
  // Whose cache an anonymous custom function gets is not documented; here it is nobody's.
  getUserCache: read(
    ({ mode, user }) => handle('Cache', { scope: mode === 'CUSTOM_FUNCTION' ? 'anonymous' : `user ${user}` }),
    1,
  ),
  getDocumentCache: read(
    ({ documentId }) => (documentId === null ? null : handle('Cache', { scope: `document ${documentId}` })),
    1,
  ),
});

const cache = service('cache and lock', {
  get: read(
    (context, self: CacheKey, key: string) =>
      entriesOf(context, self).find((entry) => entry.key === key)?.value ?? null,
    cacheCost,
  ),
  getAll: read((context, self: CacheKey, keys: string[]) => {
    const wanted = Array.from(keys);
    const found = entriesOf(context, self).filter(({ key }) => wanted.includes(key));
    return Object.fromEntries(found.map(({ key, value }) => [key, value]));
  }, cacheCost),
  put: write((context, self: CacheKey, key, value, seconds) => {
    put(context, self, key, value, seconds);
  }, cacheCost),
  putAll: write((context, self: CacheKey, values: Record<string, unknown>, seconds) => {
    for (const [key, value] of Object.entries(values)) put(context, self, key, value, seconds);
  }, cacheCost),
  remove: write((context, self: CacheKey, key: string) => {
    context.state.caches[self.scope] = entriesOf(context, self).filter((entry) => entry.key !== key);
  }, cacheCost),
  removeAll: write((context, self: CacheKey, keys: string[]) => {
    const gone = Array.from(keys);
    context.state.caches[self.scope] = entriesOf(context, self).filter(({ key }) => !gone.includes(key));
  }, cacheCost),
});

export const cacheServices = { CacheService: cacheService, Cache: cache };

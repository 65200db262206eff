import { lockCost } from '../costs';
import { type ExecutionContext, handle } from '../execution-context';
import { read, service, write } from '../method';
import { ServiceError } from '../service-error';

interface LockKey {
  scope: string;
}

/** Waits in virtual time: whoever holds the lock stands still meanwhile, so waiting never helps. */
function tryLock(context: ExecutionContext, { scope }: LockKey, ms: unknown): boolean {
  const { locks } = context.world;
  const holder = locks.get(scope);
  if (holder !== undefined && holder !== context.id) {
    context.pass(Math.max(0, Number(ms)));
    return false;
  }
  locks.set(scope, context.id);
  return true;
}

const lockService = service('cache and lock', {
  getScriptLock: read(() => handle('Lock', { scope: 'script' }), 1),
  getUserLock: read(({ user }) => handle('Lock', { scope: `user ${user}` }), 1),
  getDocumentLock: read(
    ({ documentId }) => (documentId === null ? null : handle('Lock', { scope: `document ${documentId}` })),
    1,
  ),
});

const lock = service('cache and lock', {
  tryLock: write(tryLock, lockCost),
  waitLock: write((context, self: LockKey, ms: unknown) => {
    if (!tryLock(context, self, ms))
      throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
  }, lockCost),
  hasLock: read(({ world, id }, self: LockKey) => world.locks.get(self.scope) === id, 1),
  releaseLock: write(({ world, id }, self: LockKey) => {
    if (world.locks.get(self.scope) === id) world.locks.delete(self.scope);
  }, lockCost),
});

export const lockServices = { LockService: lockService, Lock: lock };

import { createHash } from 'node:crypto';
import { type ExecutionContext, handle } from '../execution-context';
import { pure, read, service } from '../method';

const userHandle = ({ user }: ExecutionContext) => handle('User', { user });

const session = service('identity', {
  getActiveUser: read(userHandle, 5),
  getEffectiveUser: read(userHandle, 5),
  // Changes every 30 days on Google; no script may rely on the e-mail address being in it.
  getTemporaryActiveUserKey: read(
    ({ user }) => createHash('sha256').update(`active user ${user}`).digest('base64url'),
    5,
  ),
  getActiveUserLocale: pure(() => 'en'),
  getScriptTimeZone: pure(({ project }) => project.manifest.timeZone),
});

const user = service('email address', {
  getEmail: read((_, self: { user: string }) => self.user, 5),
});

export const sessionServices = { Session: session, User: user };

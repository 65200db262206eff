// Who may call what: the table of authorization modes, and the scopes of the manifest.
import type { ExecutionContext } from './execution-context';
import { ServiceError } from './service-error';
import type { Mode } from './types';

export type Need =
  | 'nothing'
  | 'menu'
  | 'dialog'
  | 'read document'
  | 'write document'
  | 'any document'
  | 'properties'
  | 'cache and lock'
  | 'html'
  | 'fetch'
  | 'triggers'
  | 'authorization'
  | 'identity'
  | 'email address'
  | 'mail';

const all: readonly Mode[] = ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'];
const documented: readonly Mode[] = ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'];

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const documentScopes = [scope('spreadsheets.currentonly'), scope('spreadsheets')];

/** `scopes`: one of them has to be in the manifest. */
const rules: Record<Need, { modes: readonly Mode[]; scopes?: readonly string[] }> = {
  nothing: { modes: all },
  menu: { modes: ['NONE', 'LIMITED', 'FULL'] },
  dialog: { modes: ['FULL'], scopes: [scope('script.container.ui')] },
  'read document': { modes: documented, scopes: documentScopes },
  'write document': { modes: ['LIMITED', 'FULL'], scopes: documentScopes },
  'any document': { modes: ['FULL'], scopes: [scope('spreadsheets')] },
  properties: { modes: documented },
  'cache and lock': { modes: documented },
  html: { modes: documented },
  fetch: { modes: ['CUSTOM_FUNCTION', 'FULL'], scopes: [scope('script.external_request')] },
  triggers: { modes: ['FULL'], scopes: [scope('script.scriptapp')] },
  authorization: { modes: ['NONE', 'LIMITED', 'FULL'] },
  identity: { modes: ['FULL'] },
  'email address': { modes: ['FULL'], scopes: [scope('userinfo.email')] },
  mail: { modes: ['FULL'], scopes: [scope('script.send_mail')] },
};

/** Throws Google's refusal if the call is not allowed here. */
export function checkAccess(context: ExecutionContext, need: Need, service: string, method: string): void {
  const rule = rules[need];
  if (!rule.modes.includes(context.mode)) {
    if (context.mode === 'CUSTOM_FUNCTION')
      throw new ServiceError(
        need === 'write document'
          ? `You do not have permission to call ${method}`
          : `You do not have permission to call ${service} service.`,
      );
    const required = rule.scopes ? ` Required permissions: ${rule.scopes.join(' || ')}` : '';
    throw new ServiceError(`You do not have permission to call ${service}.${method}.${required}`);
  }
  const { scopes } = context.project.manifest;
  if (rule.scopes && scopes && !rule.scopes.some((name) => scopes.includes(name)))
    throw new ServiceError(
      `Specified permissions are not sufficient to call ${service}.${method}. Required permissions: ${rule.scopes.join(' || ')}`,
    );
  if (rule.scopes && context.mode === 'FULL' && context.state.revoked.includes(context.user))
    throw new ServiceError('Authorization is required to perform that action.');
}

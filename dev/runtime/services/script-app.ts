import { triggerCost } from '../costs';
import { type ExecutionContext, enumValue, handle } from '../execution-context';
import { pure, read, service, write } from '../method';
import { ServiceError, signatureMismatch } from '../service-error';
import type { TriggerState } from '../state';

const triggerHandle = ({ uid }: TriggerState) => handle('Trigger', { uid });

function triggerOf(context: ExecutionContext, { uid }: { uid: string }): TriggerState {
  const trigger = context.state.triggers.find((t) => t.uid === uid);
  if (!trigger) throw new ServiceError('Trigger not found');
  return trigger;
}

const scriptApp = service('triggers', {
  newTrigger: read((context, _, functionName: unknown) => {
    if (typeof functionName !== 'string') throw signatureMismatch('ScriptApp.newTrigger', [functionName]);
    return context.keep('TriggerBuilder', { functionName });
  }, 1),
  // All of the user's triggers of the script, in whatever document: Google does not say that it limits them.
  getProjectTriggers: read(
    (context) => context.state.triggers.filter(({ user }) => user === context.user).map(triggerHandle),
    triggerCost,
  ),
  getUserTriggers: read((context, _, file: { $key?: { document?: string } }) => {
    const document = file?.$key?.document;
    if (document === undefined) throw signatureMismatch('ScriptApp.getUserTriggers', [file]);
    return context.state.triggers
      .filter((trigger) => trigger.user === context.user && trigger.document === document)
      .map(triggerHandle);
  }, triggerCost),
  deleteTrigger: write((context, _, mark: { $key: { uid: string } }) => {
    const { uid } = triggerOf(context, mark.$key);
    context.state.triggers = context.state.triggers.filter((trigger) => trigger.uid !== uid);
  }, triggerCost),
  newStateToken: {
    ...read((context) => context.keep('StateTokenBuilder', { seconds: 60, arguments: {} }), 1),
    needs: 'authorization',
  },
  getAuthorizationInfo: {
    ...read(({ user }, _, mode: unknown) => {
      if (!mode) throw signatureMismatch('ScriptApp.getAuthorizationInfo', [mode]);
      return handle('AuthorizationInfo', { user });
    }, 20),
    needs: 'authorization',
  },
  getScriptId: pure(({ world }) => world.scriptId),
});

const trigger = service('triggers', {
  getUniqueId: pure((_, self: { uid: string }) => self.uid),
  getHandlerFunction: read((context, self: { uid: string }) => triggerOf(context, self).functionName, 1),
  getEventType: pure(() => enumValue('EventType', 'CLOCK')),
  getTriggerSource: pure(() => enumValue('TriggerSource', 'CLOCK')),
  getTriggerSourceId: pure(() => null),
});

const authorizationInfo = {
  getAuthorizationStatus: pure(({ state }, { user }: { user: string }) =>
    enumValue('AuthorizationStatus', state.revoked.includes(user) ? 'REQUIRED' : 'NOT_REQUIRED'),
  ),
  getAuthorizationUrl: pure(({ state, world }, { user }: { user: string }) =>
    state.revoked.includes(user) ? `https://script.google.com/macros/d/${world.scriptId}/authorize` : null,
  ),
};

export const scriptAppServices = {
  ScriptApp: scriptApp,
  Trigger: trigger,
  AuthorizationInfo: authorizationInfo,
};

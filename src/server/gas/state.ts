import type { State } from '../core/ports';

/** A property store; the service is asked for only when used, since not every execution may. */
const stateOf = (store: () => GoogleAppsScript.Properties.Properties | null): State => {
  const properties = (): GoogleAppsScript.Properties.Properties => {
    const found = store();
    if (!found) throw new Error('there is no spreadsheet in this execution');
    return found;
  };
  return {
    get: (key) => properties().getProperty(key),
    set: (key, value) => {
      properties().setProperty(key, value);
    },
    delete: (key) => {
      properties().deleteProperty(key);
    },
    all(prefix) {
      const found: Record<string, string> = {};
      for (const [key, value] of Object.entries(properties().getProperties()))
        if (key.startsWith(prefix)) found[key.slice(prefix.length)] = value;
      return found;
    },
  };
};

export const documentState = stateOf(() => PropertiesService.getDocumentProperties());
export const userState = stateOf(() => PropertiesService.getUserProperties());

/** Set by hand in the script editor, so they stay the same as long as an execution lasts: read once. */
let script: Record<string, string> | undefined;
export const scriptState: Pick<State, 'get'> = {
  get(key) {
    script ??= PropertiesService.getScriptProperties().getProperties();
    return script[key] ?? null;
  },
};

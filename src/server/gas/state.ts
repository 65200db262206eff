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
    keys: () => properties().getKeys(),
  };
};

export const documentState = stateOf(() => PropertiesService.getDocumentProperties());
export const userState = stateOf(() => PropertiesService.getUserProperties());
export const scriptState = stateOf(() => PropertiesService.getScriptProperties());

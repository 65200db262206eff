/** The hourly trigger of the user in the active spreadsheet. */

const HANDLER = 'runSchedule';
/** What unattended work needs; mail and the e-mail address are extras. */
const SCOPES = ['spreadsheets.currentonly', 'script.external_request', 'script.scriptapp'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

type Trigger = GoogleAppsScript.Script.Trigger;

const own = (): Trigger[] =>
  ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === HANDLER,
  );

/** Undocumented, but seen: Google disables triggers now and then. */
function isDisabled(trigger: Trigger): boolean {
  try {
    return (trigger as { isDisabled?: () => boolean }).isDisabled?.() === true;
  } catch {
    return false;
  }
}

export const triggers = {
  list: () => own().map((trigger) => ({ id: trigger.getUniqueId(), disabled: isDisabled(trigger) })),
  create: () => ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create().getUniqueId(),
  delete(id: string) {
    for (const trigger of own()) if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
  },
  missingConsent() {
    // With the list of scopes, since users may refuse single ones; the types do not know it yet.
    const ask = ScriptApp.getAuthorizationInfo as (
      mode: GoogleAppsScript.Script.AuthMode,
      scopes: string[],
    ) => GoogleAppsScript.Script.AuthorizationInfo;
    const info = ask.call(ScriptApp, ScriptApp.AuthMode.FULL, SCOPES);
    return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED
      ? info.getAuthorizationUrl()
      : null;
  },
};

import type { Mode } from '../../dev/runtime/types';
import { allScopes, ann, ben, inSheet, tiny } from './tiny-project';

const one = `function main(path) { return String(eval(path)) }`;
const modes: Mode[] = ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'];

/** In which modes the expression may be evaluated. */
function allowedIn(expression: string): Mode[] {
  const { main } = tiny(one, { hosts: { 'a.test': () => ({ status: 200 }) } });
  return modes.filter((mode) => main([expression], { mode }).error === undefined);
}

test.each([
  ['SpreadsheetApp.getUi().createMenu("m").addToUi()', 'NONE LIMITED FULL'],
  ['SpreadsheetApp.getUi().alert("a")', 'FULL'],
  ['SpreadsheetApp.getActive().getName()', 'LIMITED CUSTOM_FUNCTION FULL'],
  ['SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1)', 'LIMITED FULL'],
  ['PropertiesService.getScriptProperties().getKeys()', 'LIMITED CUSTOM_FUNCTION FULL'],
  ['UrlFetchApp.fetch("https://a.test/")', 'CUSTOM_FUNCTION FULL'],
  ['CacheService.getScriptCache().get("a")', 'LIMITED CUSTOM_FUNCTION FULL'],
  ['ScriptApp.getProjectTriggers()', 'FULL'],
  ['Session.getActiveUser().getEmail()', 'FULL'],
  ['MailApp.getRemainingDailyQuota()', 'FULL'],
  ['HtmlService.createHtmlOutput("").getContent()', 'LIMITED CUSTOM_FUNCTION FULL'],
  ['Utilities.getUuid()', 'NONE LIMITED CUSTOM_FUNCTION FULL'],
])('%s is allowed in %s only', (expression, allowed) => {
  expect(allowedIn(expression).join(' ')).toBe(allowed);
});

test('a service call at load time fails in the mode of the execution', () => {
  const { main } = tiny('PropertiesService.getScriptProperties().getKeys(); function main() {}');
  expect(main([], { mode: 'NONE' }).error?.message).toMatch(
    /^You do not have permission to call PropertiesService/,
  );
});

test.each([
  ['script.external_request', 'UrlFetchApp.fetch("https://a.test/")'],
  ['script.container.ui', 'SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(""))'],
  ['script.scriptapp', 'ScriptApp.getProjectTriggers()'],
  ['userinfo.email', 'Session.getEffectiveUser().getEmail()'],
  ['script.send_mail', 'MailApp.sendEmail("a@b.c", "s", "b")'],
  ['spreadsheets.currentonly', 'SpreadsheetApp.getActive()'],
])('without the scope %s, %s is refused', (name, expression) => {
  const hosts = { 'a.test': () => ({ status: 200 }) };
  const without = allScopes.filter((scope) => !scope.endsWith(`/${name}`));
  expect(tiny(one, { hosts, manifest: { oauthScopes: allScopes } }).main([expression]).error).toBeUndefined();
  expect(
    tiny(one, { hosts, manifest: { oauthScopes: without } }).main([expression]).error?.message,
  ).toContain(`Required permissions: https://www.googleapis.com/auth/${name}`);
});

test('other spreadsheets are out of reach with the scope for the current one', () => {
  const { main } = tiny(one, { manifest: { oauthScopes: allScopes } });
  expect(main(['SpreadsheetApp.openById("x")']).error?.message).toContain('auth/spreadsheets');
});

test('an unused add-on opens a file in NONE, a used one in LIMITED, a bound script always in LIMITED', () => {
  const code = `function onOpen(e) { console.log(e.authMode === ScriptApp.AuthMode[a = String(e.authMode)], a) } let a; function main() {}`;
  const addon = tiny(code, { installedAs: 'addon' });
  const opened = () => addon.runtime.openDocument(addon.document, ann).execution.log[0]?.text;
  expect(opened()).toBe('true NONE');
  addon.runtime.serverCall(addon.document, ben, 'main', []);
  expect(opened()).toBe('true LIMITED');
  const bound = tiny(code);
  expect(bound.runtime.openDocument(bound.document, ann).execution.log[0]?.text).toBe('true LIMITED');
});

test('there is no user interface in triggers and in the callback page', () => {
  const { main } = tiny('function main() { SpreadsheetApp.getUi() }');
  for (const source of ['trigger', 'callback'] as const)
    expect(main([], { source }).error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
});

test('outside a document there is no spreadsheet and nothing of document scope', () => {
  const { runtime } =
    tiny(`function main() { return [SpreadsheetApp.getActive(), PropertiesService.getDocumentProperties(),
    CacheService.getDocumentCache(), LockService.getDocumentLock()] }`);
  expect(runtime.run('main', [], { user: ann }).value).toEqual([null, null, null, null]);
});

test('a user who withdrew consent is asked again, and only the scoped calls fail', () => {
  const { main, runtime } = tiny(
    inSheet(`const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, !!info.getAuthorizationUrl()]`).replace(
      'const ss = SpreadsheetApp.getActive(); const tab = ss.getSheets()[0];',
      '',
    ) + ' function touch() { SpreadsheetApp.getActive() }',
  );
  expect(main().value).toEqual([false, false]);
  runtime.setAuthorized(ann, false);
  expect(main().value).toEqual([true, true]);
  const touched = runtime.run('touch', [], { user: ann });
  expect(touched.error?.message).toBe('Authorization is required to perform that action.');
});

/** Links, pages, triggers and messages of Apps Script. */

export const platform = {
  redirectUrl: () => `https://script.google.com/macros/d/${ScriptApp.getScriptId()}/usercallback`,
  stateToken(args: Record<string, string>, timeoutSeconds: number) {
    let builder = ScriptApp.newStateToken().withMethod('authCallback').withTimeout(timeoutSeconds);
    for (const [name, value] of Object.entries(args)) builder = builder.withArgument(name, value);
    return builder.createToken();
  },
  sheetZone: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
  sheetLocale: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(),
  userKey: () => Session.getTemporaryActiveUserKey(),
  openSidebar(first: string) {
    const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('TikTok Shop');
    page.setContent(page.getContent().replace('id="app"', `id="app" data-first="${first}"`));
    SpreadsheetApp.getUi().showSidebar(page);
  },
  openExplorer() {
    SpreadsheetApp.getUi().showModalDialog(
      HtmlService.createHtmlOutputFromFile('Explorer').setWidth(1000).setHeight(640),
      'Fields and formulas',
    );
  },
  addMenu(items: readonly { label: string; entry: string }[]) {
    const menu = SpreadsheetApp.getUi().createMenu('TikTok Shop');
    for (const { label, entry } of items) menu.addItem(label, entry);
    menu.addToUi();
  },
  toast(message: string) {
    SpreadsheetApp.getActiveSpreadsheet().toast(message, 'TikTok Shop', 10);
  },
  alert(title: string, message: string) {
    const ui = SpreadsheetApp.getUi();
    ui.alert(title, message, ui.ButtonSet.OK);
  },
  documentId: () => (SpreadsheetApp.getActiveSpreadsheet() ?? null)?.getId() ?? null,
  documentName() {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return `“${spreadsheet.getName()}” (${spreadsheet.getUrl()})`;
  },
};

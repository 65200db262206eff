import { ann, ben, tiny } from './tiny-project';

const code = `
function onOpen() { const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu().addItem('Open', 'open').addSeparator().addSubMenu(ui.createMenu('More').addItem('Ask', 'ask')).addToUi() }
function open() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Shop').addMetaTag('viewport', 'x')) }
function ask() { const ui = SpreadsheetApp.getUi(); const r = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActive().toast('Hello', 'Title');
  ui.showModalDialog(HtmlService.createHtmlOutput('<p>').append('x'), 'Dialog');
  return [r.getSelectedButton() === ui.Button.OK, r.getResponseText(), String(ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO))] }`;
const project = () => tiny(code, { pages: { 'Sidebar.html': '<h1>Hi</h1>' } });

test('onOpen builds the menu, and its items run their functions', () => {
  const { runtime, document } = project();
  expect(runtime.openDocument(document, ann).menu).toEqual([
    {
      label: '',
      items: [
        { label: 'Open', functionName: 'open' },
        { label: 'More', items: [{ label: 'Ask', functionName: 'ask' }] },
      ],
    },
  ]);
  expect(runtime.clickMenu(document, ben, 'Open').sidebar).toEqual({ title: 'Shop', html: '<h1>Hi</h1>' });
  expect(() => runtime.clickMenu(document, ann, 'Nothing')).toThrow(/no menu item/);
});

test('dialogs are answered by the test, or closed', () => {
  const { runtime, document } = project();
  const answered = runtime.clickMenu(document, ann, 'More/Ask', {
    hooks: {
      answerDialog: ({ buttons }) =>
        buttons === 'YES_NO' ? { button: 'YES' } : { button: 'OK', text: 'Ann' },
    },
  });
  expect(answered.value).toEqual([true, 'Ann', 'YES']);
  expect(answered.toasts).toEqual([{ message: 'Hello', title: 'Title' }]);
  expect(answered.dialogs).toEqual([{ title: 'Dialog', html: '<p>x' }]);
  expect(answered.alerts).toEqual([
    { title: '', message: 'Name?' },
    { title: 'Title', message: 'Sure?' },
  ]);
  expect(runtime.clickMenu(document, ann, 'More/Ask').value).toEqual([false, '', 'CLOSE']);
});

test('a page that is not in the project, and a meta tag that Google does not take, are refused', () => {
  const { main } = tiny(`function main(f) { return eval(f) && 1 }`);
  expect(main([`HtmlService.createHtmlOutputFromFile('No')`]).error?.message).toBe(
    'No HTML file named No was found.',
  );
  expect(main([`HtmlService.createHtmlOutput('').addMetaTag('robots', 'x')`]).error?.message).toMatch(
    /not allowed/,
  );
});

test('mail: 100 recipients a day for a consumer, and addresses are looked at', () => {
  const { main, runtime } = tiny(
    `function main(to) { MailApp.sendEmail({ to, subject: 's', body: 'b' }); return MailApp.getRemainingDailyQuota() }`,
  );
  expect(main(['a@b.c, d@e.f']).value).toBe(98);
  expect(main(['nobody']).error?.message).toBe('Invalid email: nobody');
  expect(main([Array.from({ length: 99 }, (_, i) => `a${i}@b.c`).join(',')]).error?.message).toBe(
    'Service invoked too many times for one day: email.',
  );
  expect(runtime.mails()).toMatchObject([{ to: 'a@b.c,d@e.f', subject: 's', body: 'b', from: ann }]);
});

test('users have a stable key that is not their address', () => {
  const { main } = tiny(
    'function main() { return [Session.getActiveUser().getEmail(), Session.getTemporaryActiveUserKey(), Session.getScriptTimeZone()] }',
  );
  const [email, key, zone] = main().value as string[];
  expect([email, zone]).toEqual([ann, 'Etc/UTC']);
  expect(key).not.toContain('ann');
  expect((main([], { user: ben }).value as string[])[1]).not.toBe(key);
});

import { ann, ben, tiny } from './tiny-project';

const code = `function main(what) {
  if (what === 'urlfetch') UrlFetchApp.fetch('https://a.test/');
  if (what === 'properties') PropertiesService.getUserProperties().getKeys();
  if (what === 'email') MailApp.sendEmail('ann@example.com', 'a', 'b');
  return 'done';
}`;
const hosts = { 'a.test': () => ({ status: 200 }) };

test.each(['urlfetch', 'properties', 'email'] as const)(
  'the day’s %s used up elsewhere is refused here for a day, to this user alone',
  (quota) => {
    const { main, runtime } = tiny(code, { hosts });
    runtime.useUp(ann, quota);
    expect(main([quota]).error?.message).toBe(`Service invoked too many times for one day: ${quota}.`);
    expect(main([quota], { user: ben }).value).toBe('done');
    runtime.clock.advance(86_400_000);
    expect(main([quota]).value).toBe('done');
  },
);

test('with no run time left a trigger does not get to its end, and whoever is at the screen does', () => {
  const { main, runtime } = tiny(code, { hosts });
  runtime.useUp(ann, 'trigger runtime');
  expect(main(['properties'], { source: 'trigger' })).toMatchObject({
    killed: true,
    error: { message: 'Service using too much computer time for one day' },
  });
  expect(main(['properties']).value).toBe('done');
});

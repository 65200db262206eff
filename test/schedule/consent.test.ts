// Google's consent lost: our double of Google then refuses mail too, the real one need not. So with ports by hand.
import type { Deps } from '../../src/server/app/deps';
import { runSchedule } from '../../src/server/app/schedule';

const HOUR = 3_600_000;

function portsWithoutConsent(mailWorks: boolean) {
  const properties = new Map<string, string>();
  const mails: { subject: string; body: string }[] = [];
  let now = Date.UTC(2026, 9, 20, 9);
  const deps: Pick<Deps, 'clock' | 'triggers' | 'userState' | 'mail'> = {
    clock: { now: () => now, sleep: () => undefined },
    triggers: {
      missingConsent: () => 'https://script.google.com/consent',
      list: () => [],
      create: () => '',
      delete: () => undefined,
    },
    userState: {
      get: (key) => properties.get(key) ?? null,
      set: (key, value) => void properties.set(key, value),
      delete: (key) => void properties.delete(key),
      all: () => Object.fromEntries(properties),
    },
    mail: {
      address: () => 'ann@example.com',
      send: (subject, body) => mailWorks && mails.push({ subject, body }) > 0,
    },
  };
  return {
    mails,
    properties,
    hours(count: number) {
      for (let i = 0; i < count; i++, now += HOUR) runSchedule(deps as Deps, '1');
    },
  };
}

test('the address of Google’s consent page is mailed once a day, and nothing else is touched', () => {
  const { mails, hours } = portsWithoutConsent(true);
  hours(24);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.body).toContain('https://script.google.com/consent');
  hours(24);
  expect(mails).toHaveLength(2);
});

test('where no mail can be sent either, it is noted for the sidebar', () => {
  const { mails, properties, hours } = portsWithoutConsent(false);
  hours(3);
  expect(mails).toEqual([]);
  expect(JSON.parse(properties.get('usage')!)).toMatchObject({ noConsent: true, mailed: 0 });
});

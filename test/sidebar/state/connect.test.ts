import { bad, CONNECTED, EMPTY, ok } from '../fixtures';
import { Play } from './play';

const LINK = { url: 'https://example.test/consent' };
const atLink = () =>
  Play.opened()
    .send({ type: 'connect' }, { type: 'market', market: 'global' })
    .answer('consentLink', ok(LINK));
const waiting = () => atLink().send({ type: 'consentOpened' });
const look = (play: Play) => play.timers().find(({ milliseconds }) => milliseconds === 3000)!.event;

test('the consent link is there before it can be clicked', () => {
  const play = Play.opened().send({ type: 'connect' }, { type: 'market', market: 'global' });
  expect(play.calls()).toEqual([{ name: 'consentLink', input: { market: 'global' } }]);
  expect(play.answer('consentLink', ok(LINK)).page('connect').link).toBe(LINK.url);
});

test('a market that is not set up fetches no link until it is', () => {
  const play = Play.opened().send({ type: 'connect' }, { type: 'market', market: 'us' });
  expect(play.calls()).toEqual([]);
  play.send({ type: 'checkSetup' });
  expect(play.answer('overview', ok(EMPTY)).calls()).toEqual([]);
  play.send({ type: 'checkSetup' });
  play.answer('overview', ok({ ...EMPTY, setup: [] }));
  expect(play.calls()).toEqual([{ name: 'consentLink', input: { market: 'us' } }]);
});

test('the link of another market comes too late', () => {
  const play = Play.opened({ ...EMPTY, setup: [] }).send(
    { type: 'connect' },
    { type: 'market', market: 'us' },
  );
  const { ticket } = play.state.pending.consentLink!;
  play.send({ type: 'market', market: null }, { type: 'market', market: 'global' });
  play.send({ type: 'answered', name: 'consentLink', ticket, reply: ok({ url: 'https://us.test' }) });
  expect(play.page('connect').link).toBeNull();
  play.answer('consentLink', ok(LINK));
  expect(play.page('connect').link).toBe(LINK.url);
});

test('the link is renewed after 50 minutes, but not for a view that was left', () => {
  const play = atLink();
  const [renewal] = play.timers();
  expect(renewal?.milliseconds).toBe(50 * 60_000);
  expect(play.send(renewal!.event).calls()).toEqual([{ name: 'consentLink', input: { market: 'global' } }]);
  const other = atLink();
  const [late] = other.timers();
  other.send({ type: 'home' }, { type: 'connect' }, { type: 'market', market: 'global' });
  expect(other.send(late!.event).calls()).toEqual([]);
});

test('after the click we look every 3 seconds for 5 minutes', () => {
  const play = waiting();
  expect(
    play
      .timers()
      .map(({ milliseconds }) => milliseconds)
      .sort(),
  ).toEqual([300_000, 3000].sort());
  const stop = play.timers().find(({ milliseconds }) => milliseconds === 300_000)!.event;
  expect(play.send(look(play)).calls()).toEqual([{ name: 'overview', input: null }]);
  play.answer('overview', ok(EMPTY));
  expect(play.timers()).toHaveLength(1);
  const next = look(play);
  play.send(stop);
  expect(play.page('connect').waiting).toBe('stopped');
  expect(play.send(next).calls()).toEqual([]);
});

test('a second click on the link starts no second row of looks', () => {
  expect(waiting().send({ type: 'consentOpened' }).effects).toEqual([]);
});

test('a look that fails does not end the looking', () => {
  const play = waiting();
  play.send(look(play)).answer('overview', bad('unexpected', { detail: 'x' }));
  expect(play.timers().map(({ milliseconds }) => milliseconds)).toEqual([3000]);
});

test('a new connection ends the wait with good news, and the question whether to load its shops', () => {
  const play = waiting();
  play.send(look(play)).answer('overview', ok(CONNECTED));
  expect(play.page('upkeep')).toMatchObject({
    text: 'Warung Batik is connected.',
    shops: ['7495000000000000001', '7495000000000000002'],
  });
  expect(play.state.said).toBe('Warung Batik is connected.');
  expect(play.calls()).toEqual([]);
});

test('an authorization that was renewed counts as new', () => {
  const lapsed = { ...CONNECTED.connections[0]!, state: 'reauthorize' as const };
  const kept = CONNECTED.shops.map((shop) => ({ ...shop, upkeep: true as const }));
  const play = Play.opened({ ...CONNECTED, shops: kept, connections: [lapsed] })
    .send({ type: 'connect' }, { type: 'market', market: 'global' })
    .answer('consentLink', ok(LINK))
    .send({ type: 'consentOpened' });
  play.send(look(play)).answer('overview', ok({ ...CONNECTED, shops: kept }));
  // Its shops are kept fresh already: nothing is asked again.
  expect(play.page('home').notice?.text).toBe('Warung Batik is connected.');
});

test('“I’ve finished” looks at once, and says when there is nothing new', () => {
  const play = waiting().send({ type: 'consented' });
  expect(play.calls()).toEqual([{ name: 'overview', input: null }]);
  expect(play.page('connect').claimed).toBe('checking');
  expect(play.answer('overview', ok(EMPTY)).page('connect').claimed).toBe('nothing new');
});

test('“I’ve finished” after the five minutes starts to look again', () => {
  const play = waiting();
  const stop = play.timers().find(({ milliseconds }) => milliseconds === 300_000)!.event;
  play.send(stop, { type: 'consented' });
  expect(play.page('connect').waiting).not.toBe('stopped');
  play.answer('overview', ok(CONNECTED));
  expect(play.state.page.at).toBe('upkeep');
});

test('the pasted address finishes the connection', () => {
  const play = waiting().send({ type: 'address', text: ' https://x.test/?code=1 ' }, { type: 'sendAddress' });
  expect(play.calls()).toEqual([{ name: 'finishConnection', input: { address: 'https://x.test/?code=1' } }]);
  play.answer('finishConnection', ok(CONNECTED));
  expect(play.page('upkeep').text).toBe('Warung Batik is connected.');
});

test('an empty address is not sent', () => {
  expect(waiting().send({ type: 'address', text: '  ' }, { type: 'sendAddress' }).calls()).toEqual([]);
});

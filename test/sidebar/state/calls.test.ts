import { problem } from '../../../src/shared/problem';
import { BUSY, bad, CATALOGUE, EMPTY, ok } from '../fixtures';
import { Play } from './play';

test('opening asks for the overview and the other views, and then ahead for the catalogue', () => {
  const play = new Play().send({ type: 'opened' });
  expect(play.calls()).toEqual([
    { name: 'overview', input: null },
    { name: 'views', input: null },
  ]);
  play.answer('overview', ok(EMPTY));
  expect(play.calls()).toEqual([{ name: 'catalogue', input: null }]);
  play.answer('catalogue', ok(CATALOGUE));
  play.answer('views', ok({ script: '' }));
  expect(play.state.pending).toEqual({});
});

test('one intent makes one call, however often it is clicked', () => {
  const play = Play.opened(BUSY);
  expect(play.send({ type: 'runReport', id: 'r1' }, { type: 'runReport', id: 'r1' }).calls()).toHaveLength(1);
  expect(play.send({ type: 'runReport', id: 'r2' }).calls()).toEqual([]);
  expect(play.send({ type: 'showTab', id: 'r1' }, { type: 'showTab', id: 'r1' }).calls()).toHaveLength(1);
});

test('an answer that nobody waits for any more changes nothing', () => {
  const play = Play.opened(BUSY);
  const before = play.state;
  play.send({ type: 'answered', name: 'overview', ticket: 1, reply: ok(EMPTY) });
  expect(play.state).toBe(before);
});

test('a failed call keeps its problem and its input, and trying again repeats exactly that call', () => {
  const play = Play.opened(BUSY).send({ type: 'deleteReport', id: 'r2' });
  play.answer('deleteReport', bad('busy_elsewhere'));
  expect(play.state.failed.deleteReport?.problem).toEqual(problem('busy_elsewhere'));
  expect(play.state.said).toContain('Another run is writing');
  play.send({ type: 'again', name: 'deleteReport' });
  expect(play.calls()).toEqual([{ name: 'deleteReport', input: { reportId: 'r2' } }]);
  expect(play.state.failed).toEqual({});
});

test('a failure that was put aside is gone, and so is one that was left behind on another view', () => {
  const play = Play.opened(BUSY).send({ type: 'showTab', id: 'r1' });
  play.answer('showTab', bad('unknown_report', { report: 'Sales by day' }));
  expect(play.send({ type: 'dismiss', name: 'showTab' }).state.failed).toEqual({});
  play.send({ type: 'showTab', id: 'r1' }).answer('showTab', bad('unknown_report', { report: 'x' }));
  expect(play.send({ type: 'home' }).state.failed).toEqual({});
});

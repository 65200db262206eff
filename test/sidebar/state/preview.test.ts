import type { Answer, RunEstimate } from '../../../src/shared/api';
import { bad, ok } from '../fixtures';
import { Play } from './play';

const ANSWER: Answer = {
  columns: [{ id: 'gmv', label: 'GMV', type: 'money', currency: 'IDR' }],
  rows: [['120000']],
  notes: [],
};
const ESTIMATE: RunEstimate = { days: 3, records: 40, calls: 2, seconds: 1 };

const building = () => Play.opened().send({ type: 'newReport', shops: ['sample'] });
const preview = (play: Play) => play.page('build').preview;
const typing = (text: string) => ({ type: 'change', change: { part: 'limit', text } }) as const;
const asked = (play: Play) => Object.keys(play.state.pending).filter((name) => name !== 'views');
const pause = (play: Play) => play.send(play.timers()[0]!.event);

test('the preview asks for a few rows and for what a run would load, and shows both', () => {
  const play = building().send({ type: 'preview' });
  expect(play.calls()).toMatchObject([
    { name: 'answer', input: { rows: 11, report: { shops: ['sample'] } } },
    { name: 'estimateRun' },
  ]);
  play.answer('answer', ok(ANSWER)).answer('estimateRun', ok(ESTIMATE));
  expect(preview(play)).toEqual({ turn: 0, answer: ANSWER, estimate: ESTIMATE });
  expect(preview(play.send({ type: 'preview' }))).toBeNull();
});

test('a change of the draft takes the answer away, and asks anew only once the user pauses', () => {
  const play = building().send({ type: 'preview' });
  play.answer('answer', ok(ANSWER)).send(typing('1'));
  expect(preview(play)?.answer).toBeNull();
  expect(play.calls()).toEqual([]);
  const [early] = play.timers();
  play.send(typing('12'));
  const [late] = play.timers();
  expect(play.send(early!.event).calls()).toEqual([]);
  expect(play.send(late!.event).calls()).toMatchObject([
    { name: 'answer', input: { report: { limit: 12 } } },
    { name: 'estimateRun' },
  ]);
});

test('an answer to the draft before is not shown', () => {
  const play = building().send({ type: 'preview' });
  const { ticket } = play.state.pending.answer!;
  play.send(typing('1'));
  play.send({ type: 'answered', name: 'answer', ticket, reply: ok(ANSWER) });
  expect(preview(play)?.answer).toBeNull();
  pause(play.send(typing('2'))).answer('answer', ok(ANSWER));
  expect(preview(play)?.answer).toEqual(ANSWER);
});

test('undoing and a ready-made report count as changes', () => {
  const play = building().send({ type: 'preview' }).send(typing('1'), { type: 'undo' });
  expect(play.timers()).toHaveLength(2);
});

test('a draft that is not whole is not asked about, whatever its name', () => {
  const play = building().send({ type: 'change', change: { part: 'name', text: '' } }, { type: 'preview' });
  expect(play.calls()).toHaveLength(2);
  play.send(typing('many'));
  expect(pause(play).calls()).toEqual([]);
});

test('running it, or leaving, asks for no more of the preview', () => {
  const play = building().send({ type: 'preview' }, { type: 'run' });
  expect(asked(play)).toEqual(['startRun']);
  const left = building().send({ type: 'preview' }, { type: 'leave' });
  expect(left.page('home')).toBeTruthy();
  expect(asked(left)).toEqual([]);
});

test('the draft is inserted as a formula, and the place is told until the draft changes', () => {
  const play = building().send({ type: 'insertFormula' });
  expect(play.calls()).toMatchObject([{ name: 'insertFormula', input: { report: { shops: ['sample'] } } }]);
  play.answer('insertFormula', ok({ tab: 'Sheet1', area: 'B2:D9' }));
  expect(play.page('build').inserted).toBe('B2:D9 of “Sheet1”');
  expect(play.state.said).toBe('The formula is in B2:D9 of “Sheet1”.');
  expect(play.send(typing('1')).page('build').inserted).toBeNull();
});

test('what is wrong in the draft is told in place of a formula; what is in its way stays to be read', () => {
  const play = building().send(typing('many'), { type: 'insertFormula' });
  expect(play.calls()).toEqual([]);
  expect(play.page('build').checked).toBe(true);
  play.send(typing('3'), { type: 'insertFormula' });
  play.answer('insertFormula', bad('formula_overlap', { area: 'A1:B2', tab: 'T', filled: 'A2' }));
  expect(play.state.failed.insertFormula?.problem.text).toContain('A2');
});

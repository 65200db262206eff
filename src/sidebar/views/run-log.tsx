import type { RunLogLine } from '../../shared/api';
import { count } from '../words/count';
import { duration } from '../words/duration';
import { moment } from '../words/moment';
import { Icon } from './icon';

const OUTCOMES = {
  done: { icon: 'check', look: 'good', words: 'Done' },
  failed: { icon: 'warn', look: 'bad', words: 'Failed' },
  cancelled: { icon: 'close', look: '', words: 'Cancelled' },
} as const;
const STARTED_BY = { menu: 'from the menu', sidebar: 'from the sidebar', schedule: 'by schedule' } as const;

export const RunLog = ({ lines, today }: { lines: readonly RunLogLine[]; today: string }) => (
  <section class="part" aria-labelledby="log-title">
    <h2 id="log-title" class="section-title">
      Last runs
    </h2>
    {lines.length === 0 && <p class="quiet">No report has run in this file yet.</p>}
    <ol class="log">
      {lines.map((line, i) => (
        <Line key={`${line.time} ${i}`} line={line} today={today} />
      ))}
    </ol>
  </section>
);

function Line({ line, today }: { line: RunLogLine; today: string }) {
  const { report, shops, time, trigger, seconds, calls, rows, outcome, problem, request } = line;
  const { icon, look, words } = OUTCOMES[outcome] ?? OUTCOMES.done;
  return (
    <li>
      <p class="pair-line">
        <strong>{report}</strong>
        <span class={`state ${look}`}>
          <Icon name={icon} />
          {words}
        </span>
      </p>
      <p class="quiet small">
        {moment(time, today)}, {STARTED_BY[trigger] ?? trigger}
        {shops && `, ${shops}`}
      </p>
      <p class="quiet small">
        {duration(seconds)} · {count(calls, 'request')} · {count(rows, 'row')}
      </p>
      {problem && <p class="small">{problem}</p>}
      {request && <p class="quiet small">TikTok’s request id: {request}</p>}
    </li>
  );
}

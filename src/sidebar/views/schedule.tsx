import type { Overview, SavedReport } from '../../shared/api';
import { WEEKDAYS } from '../../shared/day';
import type { ScheduleForm } from '../report/schedule-form';
import { type Zone, zonesFor } from '../report/zones';
import type { SchedulePage } from '../state/state';
import { moment } from '../words/moment';
import { place } from '../words/place';
import { hourWords } from '../words/schedule';
import type { ViewProps } from './app';
import { Button } from './button';
import { Choice } from './choice';
import { Failure } from './failure';
import { Note } from './note';
import { Title } from './title';

const RHYTHMS: readonly { id: ScheduleForm['every']; label: string }[] = [
  { id: 'none', label: 'Only when I run it' },
  { id: 'hour', label: 'Every hour' },
  { id: 'day', label: 'Every day' },
  { id: 'week', label: 'Every week' },
  { id: 'month', label: 'Every month' },
];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ id: String(hour), label: hourWords(hour) }));
const DAYS = WEEKDAYS.map((label, weekday) => ({ id: String(weekday), label }));
const MONTH_DAYS = [...Array.from({ length: 28 }, (_, i) => i + 1), 'last' as const].map((day) => ({
  id: String(day),
  label: day === 'last' ? 'Last day' : `Day ${day}`,
}));

export function ScheduleView(props: ViewProps<SchedulePage>) {
  const { state, page, send } = props;
  const { overview } = state;
  const report = overview?.reports.find(({ definition }) => definition.id === page.id);
  const { form } = page;
  const change = (part: Partial<ScheduleForm>) => send({ type: 'scheduleForm', change: part });
  const saving = state.pending.setSchedule !== undefined;
  return (
    <>
      <main class="view" inert={saving}>
        <Title text="Schedule" onBack={() => send({ type: 'home' })} />
        {overview && report && (
          <>
            <p>
              <strong>{report.definition.name}</strong>
            </p>
            <Choice
              id="every"
              label="Refresh"
              value={form.every}
              options={RHYTHMS}
              onChange={(every) => change({ every })}
            />
            {form.every === 'week' && (
              <Choice
                id="weekday"
                label="On"
                value={String(form.weekday)}
                options={DAYS}
                onChange={(day) => change({ weekday: Number(day) })}
              />
            )}
            {form.every === 'month' && (
              <Choice
                id="month-day"
                label="On"
                value={String(form.day)}
                options={MONTH_DAYS}
                onChange={(day) => change({ day: day === 'last' ? day : Number(day) })}
              />
            )}
            {form.every !== 'none' && form.every !== 'hour' && (
              <>
                <Choice
                  id="hour"
                  label="At"
                  value={String(form.hour)}
                  options={HOURS}
                  onChange={(hour) => change({ hour: Number(hour) })}
                />
                <Choice
                  id="zone"
                  label="Time zone"
                  value={form.zone}
                  options={zones(report, form, overview)}
                  onChange={(zone) => change({ zone })}
                />
              </>
            )}
            {form.every !== 'none' && (
              <p class="quiet small">
                Google starts it within the hour after that time, also while the file is closed.
              </p>
            )}
            <Standing {...props} overview={overview} />
          </>
        )}
        <Failure state={state} of={['setSchedule', 'takeSchedule']} send={send} />
      </main>
      <footer class="bar">
        <Button look="primary" busy={saving} onClick={() => send({ type: 'saveSchedule' })}>
          {saving ? 'Saving…' : 'Save'}
        </Button>
        <Button look="text" onClick={() => send({ type: 'home' })}>
          Cancel
        </Button>
      </footer>
    </>
  );
}

/** Those of the report's shops, and that of the reader's own clock. */
function zones({ definition }: SavedReport, { zone }: ScheduleForm, overview: Overview): Zone[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = zonesFor({ shops: definition.shops, zone }, overview);
  return known.some(({ id }) => id === own)
    ? known
    : [...known, { id: own, label: `${place(own)} – zone of this computer` }];
}

/** How the saved schedule fares: whose it is, when it ran and runs. */
function Standing({ state, page, send, overview }: ViewProps<SchedulePage> & { overview: Overview }) {
  const found = overview.schedules?.reports.find(({ reportId }) => reportId === page.id);
  if (!found) return null;
  const { owner, ownerName, lastRun, nextRun, failures } = found;
  const { today } = overview;
  return (
    <>
      <dl class="facts">
        <dt>Refreshed by</dt>
        <dd>{owner === 'you' ? 'you' : owner === 'other' ? ownerName || 'another editor' : 'nobody'}</dd>
        <dt>Last run</dt>
        <dd>{lastRun ? moment(lastRun, today) : 'none yet'}</dd>
        <dt>Next run</dt>
        <dd>{moment(nextRun, today)}</dd>
        {failures > 0 && (
          <>
            <dt>Failed in a row</dt>
            <dd>{failures}</dd>
          </>
        )}
      </dl>
      {owner !== 'you' && (
        <Note tone="info">
          <p>
            {owner === 'other'
              ? 'It runs in that person’s name, with their connection.'
              : 'Nobody’s account runs it, so it does not run.'}
          </p>
          <Button
            look="outlined"
            busy={state.pending.takeSchedule !== undefined}
            onClick={() => send({ type: 'takeSchedule' })}
          >
            Take over
          </Button>
        </Note>
      )}
    </>
  );
}

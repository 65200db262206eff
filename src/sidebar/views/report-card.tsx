import type { SavedReport } from '../../shared/api';
import { formOf } from '../report/schedule-form';
import { askerId } from '../state/asked';
import type { HomePage } from '../state/state';
import { count } from '../words/count';
import { moment } from '../words/moment';
import { scheduleWords } from '../words/schedule';
import type { ViewProps } from './app';
import { Button, IconButton } from './button';
import { Confirm } from './confirm';
import { Icon } from './icon';
import { ProblemNote } from './note';

interface ReportCardProps extends ViewProps<HomePage> {
  report: SavedReport;
}

export function ReportCard(props: ReportCardProps) {
  const { report, state, page, send } = props;
  const { definition, tab, lastRun, lastProblem } = report;
  const { id, name, dashboard } = definition;
  const { startRun, showTab, deleteReport } = state.pending;
  const starting = startRun !== undefined && 'reportId' in startRun.input && startRun.input.reportId === id;
  const asked = { what: 'report', id } as const;
  const confirming = page.confirming?.what === 'report' && page.confirming.id === id;
  const edit = { type: 'editReport', id } as const;
  return (
    <li class="card">
      <div class="card-head">
        <h2 class="card-title">{name}</h2>
        {!dashboard && <IconButton icon="edit" name={`Edit ${name}`} onClick={() => send(edit)} />}
        <IconButton
          icon="dots"
          id={`more-${id}`}
          name={`More for ${name}`}
          expanded={page.open === id}
          onClick={() => send({ type: 'more', id })}
        />
      </div>
      {page.open === id &&
        (confirming ? (
          <Confirm
            question={`Delete “${name}”? ${tab ? 'Its tab stays as it is.' : 'This can’t be undone.'}`}
            yes="Delete"
            busy={deleteReport !== undefined}
            onYes={() => send({ type: 'deleteReport', id })}
            send={send}
          />
        ) : (
          <div class="actions further">
            <Button look="text" name={`Schedule ${name}`} onClick={() => send({ type: 'schedule', id })}>
              Schedule
            </Button>
            {!dashboard && (
              <Button
                look="text"
                name={`Duplicate ${name}`}
                onClick={() => send({ type: 'duplicateReport', id })}
              >
                Duplicate
              </Button>
            )}
            <Button
              look="text"
              id={askerId(asked)}
              name={`Delete ${name}`}
              onClick={() => send({ type: 'confirm', ...asked })}
            >
              Delete
            </Button>
          </div>
        ))}
      <p class="quiet meta">
        <Icon name="table" />
        <span>{tab ? tab.name : lastRun ? 'Its tab was deleted' : 'No tab yet'}</span>
      </p>
      <p class="quiet meta">
        <Icon name={lastRun && !lastProblem ? 'check' : 'clock'} />
        <span>{lastRun ? `Last run ${moment(lastRun, state.overview?.today ?? '')}` : 'Never run'}</span>
      </p>
      <ScheduleLines {...props} />
      {lastProblem && <ProblemNote problem={lastProblem} send={send} offers={{ edit }} />}
      <div class="actions">
        <Button
          look="outlined"
          icon="play"
          name={`Run ${name}`}
          busy={starting}
          disabled={startRun !== undefined}
          onClick={() => send({ type: 'runReport', id })}
        >
          {starting ? 'Starting…' : 'Run'}
        </Button>
        {tab && (
          <Button
            look="text"
            name={`Go to tab ${tab.name}`}
            busy={showTab?.input.reportId === id}
            onClick={() => send({ type: 'showTab', id })}
          >
            Go to tab
          </Button>
        )}
      </div>
    </li>
  );
}

/** When it is refreshed next and by whom, and whether that works. */
function ScheduleLines({ report: { definition }, state }: ReportCardProps) {
  const today = state.overview?.today ?? '';
  const found = state.overview?.schedules?.reports.find(({ reportId }) => reportId === definition.id);
  if (!found) return null;
  const { owner, ownerName, nextRun, failures } = found;
  const by =
    owner === 'other' ? ` by ${ownerName || 'another editor'}` : owner === 'nobody' ? ' by nobody' : '';
  return (
    <>
      <p class="quiet meta">
        <Icon name="refresh" />
        <span>
          {scheduleWords(formOf(definition))}
          {by}. Next run {moment(nextRun, today)}
        </span>
      </p>
      {failures > 0 && (
        <p class="state bad">
          <Icon name="warn" />
          <span>
            {failures === 1
              ? 'The last scheduled run failed'
              : `${count(failures, 'scheduled run')} failed in a row`}
          </span>
        </p>
      )}
    </>
  );
}

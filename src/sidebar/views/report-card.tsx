import type { SavedReport } from '../../shared/api';
import type { HomePage } from '../state/state';
import { moment } from '../words/moment';
import type { ViewProps } from './app';
import { Button, IconButton } from './button';
import { Confirm } from './confirm';
import { Icon } from './icon';
import { ProblemNote } from './note';

interface ReportCardProps extends ViewProps<HomePage> {
  report: SavedReport;
}

export function ReportCard({ report, state, page, send }: ReportCardProps) {
  const { definition, tab, lastRun, lastProblem } = report;
  const { id, name } = definition;
  const { startRun, showTab, deleteReport } = state.pending;
  const starting = startRun !== undefined && 'reportId' in startRun.input && startRun.input.reportId === id;
  const confirming = page.confirming?.what === 'report' && page.confirming.id === id;
  const run = { type: 'runReport', id } as const;
  const edit = { type: 'editReport', id } as const;
  return (
    <li class="card">
      <div class="card-head">
        <h2 class="card-title">{name}</h2>
        <IconButton icon="edit" name={`Edit ${name}`} onClick={() => send(edit)} />
        <IconButton
          icon="trash"
          id={`report-${id}`}
          name={`Delete ${name}`}
          onClick={() => send({ type: 'confirm', what: 'report', id })}
        />
      </div>
      <p class="quiet meta">
        <Icon name="table" />
        <span>{tab ? tab.name : lastRun ? 'Its tab was deleted' : 'No tab yet'}</span>
      </p>
      <p class="quiet meta">
        <Icon name="clock" />
        <span>{lastRun ? `Last run ${moment(lastRun, state.overview?.today ?? '')}` : 'Never run'}</span>
      </p>
      {lastProblem && <ProblemNote problem={lastProblem} send={send} offers={{ edit }} />}
      {confirming ? (
        <Confirm
          question={`Delete “${name}”? ${tab ? 'Its tab stays as it is.' : 'This can’t be undone.'}`}
          yes="Delete"
          busy={deleteReport !== undefined}
          onYes={() => send({ type: 'deleteReport', id })}
          send={send}
        />
      ) : (
        <div class="actions">
          <Button
            look="outlined"
            icon="play"
            name={`Run ${name}`}
            busy={starting}
            disabled={startRun !== undefined}
            onClick={() => send(run)}
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
      )}
    </li>
  );
}

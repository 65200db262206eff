/** What an answer of the server does. Answers that nobody waits for any more do nothing. */
import type { Api, CallName, Overview, Reply, Run } from '../../shared/api';
import type { Problem } from '../../shared/problem';
import { backfillCancelled, backfillGone, backfillNoted, estimated, stretchDone } from './backfill';
import { placesArrived, prepareDraft } from './build';
import { ask, settle, withoutFailure } from './calls';
import { connected, linkArrived, lookLater, overviewWhileConnecting } from './connect';
import { also, type Step, stay } from './effect';
import type { Answered } from './event';
import { removed } from './home';
import { imported, storageCut, wiped } from './more';
import { inserted, previewed } from './preview';
import { refusedInRound } from './round';
import { isOver, leftBehind, runCancelled, runPaused, runStarted, sliceDone } from './run';
import { scheduleSaved } from './schedule';
import { upkeepSet } from './shops';
import type { State } from './state';

export function answered(before: State, answer: Answered): Step {
  const state = settle(before, answer);
  if (!state) return stay(before);
  const accept = <T>(reply: Reply<T>, then: (value: T) => Step): Step =>
    reply.ok
      ? then(reply.value)
      : failed(state, answer.name, before.pending[answer.name]?.input, reply.problem);
  switch (answer.name) {
    case 'overview':
      return accept(answer.reply, (overview) => overviewArrived(state, overview));
    case 'views':
      return accept(answer.reply, ({ script }) => [state, [{ kind: 'views', script }]]);
    case 'catalogue':
      return accept(answer.reply, (catalogue) => prepareDraft({ ...state, catalogue }));
    case 'consentLink':
      return accept(answer.reply, ({ url }) => linkArrived(state, url));
    case 'finishConnection':
      return accept(answer.reply, (overview) =>
        state.page.at === 'connect' ? connected(state, overview) : stay({ ...state, overview }),
      );
    case 'disconnect':
      return accept(answer.reply, (overview) => removed(state, overview, 'Disconnected.'));
    case 'deleteAllData':
      return accept(answer.reply, (overview) => wiped(state, overview));
    case 'connectionStatus':
      return accept(answer.reply, (statuses) => stay({ ...state, statuses }));
    case 'deleteReport':
      return accept(answer.reply, (overview) => removed(state, overview, 'Report deleted.'));
    case 'startRun':
      return accept(answer.reply, (run) => started(state, run, before.pending.startRun?.input));
    case 'insertDashboard':
      return accept(answer.reply, (run) =>
        state.page.at === 'dashboards' ? runStarted(state, run) : leftBehind(state, run),
      );
    case 'continueRun':
      return accept(answer.reply, (run) => sliceDone(state, run));
    case 'cancelRun':
      return accept(answer.reply, (run) => runCancelled(state, run));
    case 'showTab':
      return accept(answer.reply, () => stay({ ...state, said: 'The tab is in front.' }));
    case 'setSchedule':
      return accept(answer.reply, (overview) => scheduleSaved(state, overview));
    case 'takeSchedule':
      return accept(answer.reply, (overview) =>
        stay({ ...state, overview, said: 'You refresh this report from now on.' }),
      );
    case 'setUpkeep':
      return accept(answer.reply, (overview) => upkeepSet(state, overview, before.pending.setUpkeep?.input));
    case 'estimateBackfill':
      return accept(answer.reply, (estimate) => estimated(state, estimate));
    case 'startBackfill':
    case 'pauseBackfill':
      return accept(answer.reply, (backfill) => backfillNoted(state, backfill));
    case 'continueBackfill':
      return accept(answer.reply, (backfill) => stretchDone(state, backfill));
    case 'cancelBackfill':
      return accept(answer.reply, (backfill) => backfillCancelled(state, backfill));
    case 'storage':
      return accept(answer.reply, (storage) => stay({ ...state, storage }));
    case 'cutStorage':
      return accept(answer.reply, (storage) => storageCut(state, storage));
    case 'places':
      return accept(answer.reply, (places) => placesArrived(state, places));
    case 'runLog':
      return accept(answer.reply, (runLog) => stay({ ...state, runLog }));
    case 'quota':
      return accept(answer.reply, (quota) => stay({ ...state, quota }));
    case 'importReports':
      return accept(answer.reply, (overview) => imported(state, overview));
    case 'answer':
      return accept(answer.reply, (value) => previewed(state, { answer: value }));
    case 'estimateRun':
      return accept(answer.reply, (estimate) => previewed(state, { estimate }));
    case 'insertFormula':
      return accept(answer.reply, (place) => inserted(state, place));
    case 'openExplorer':
      return accept(answer.reply, () => stay({ ...state, said: 'Fields and formulas is open.' }));
    case 'sources':
      // The page with all fields asks for it, not the sidebar.
      return stay(state);
  }
}

/** The catalogue is fetched ahead, so that the builder opens without a wait. */
function overviewArrived(before: State, overview: Overview): Step {
  const state = { ...before, overview };
  const { page } = state;
  const shown =
    page.at === 'connect'
      ? overviewWhileConnecting(state, overview)
      : page.at === 'build'
        ? prepareDraft(state, true)
        : stay(state);
  const ready = also(shown, (next) =>
    next.catalogue || next.failed.catalogue ? stay(next) : ask(next, 'catalogue', null),
  );
  return also(ready, (next) =>
    (next.page.at === 'home' || next.page.at === 'shops') && overview.connections.length > 0
      ? ask(next, 'connectionStatus', null)
      : stay(next),
  );
}

/** A run has begun; its view opens only where the user still waits for it. */
function started(state: State, run: Run, input: Api['startRun']['input'] | undefined): Step {
  const { page } = state;
  const awaited =
    input && 'report' in input
      ? page.at === 'build'
      : page.at === 'home' || (page.at === 'run' && isOver(page.run));
  return awaited ? runStarted(state, run) : leftBehind({ ...state, round: null }, run);
}

function failed(before: State, name: CallName, input: unknown, problem: Problem): Step {
  const state = { ...before, said: `${problem.text} ${problem.next}` };
  switch (name) {
    case 'startRun':
      return state.round
        ? refusedInRound(state, (input as { reportId: string }).reportId, problem)
        : stay(state);
    case 'continueBackfill':
    case 'pauseBackfill':
    case 'cancelBackfill':
      return problem.code === 'run_gone'
        ? backfillGone(withoutFailure(state, name), (input as { shop: string }).shop)
        : stay(state);
    case 'continueRun':
    case 'cancelRun':
      return runPaused(state);
    case 'overview':
      return lookLater(state);
    default:
      return stay(state);
  }
}

/** The one transition function: what happens next, for every event. */
import { answered } from './answered';
import { confirming } from './asked';
import { backfillStep } from './backfill';
import { buildStep } from './build';
import { ask, askAgain, withoutFailure } from './calls';
import { connectStep } from './connect';
import { also, type Step, stay, TITLE } from './effect';
import type { Event } from './event';
import { homeStep } from './home';
import { moreStep } from './more';
import { go } from './navigate';
import { runStep } from './run';
import { scheduleStep } from './schedule';
import { shopsStep } from './shops';
import { AT_ONCE, type State } from './state';

export function step(state: State, event: Event): Step {
  switch (event.type) {
    case 'opened':
      return also(ask(state, 'overview', null), (next) => ask(next, 'views', null));
    case 'lookAgain':
      return ask(state, 'overview', null);
    case 'viewsLoaded':
      // What held their place had the focus.
      return [
        { ...state, complete: true },
        AT_ONCE.includes(state.page.at) ? [] : [{ kind: 'focus', id: TITLE }],
      ];
    case 'answered':
      return answered(state, event);
    case 'again':
      return askAgain(state, event.name);
    case 'dismiss':
      return stay(withoutFailure(state, event.name));
    case 'home':
      return go(state, 'home');
    case 'go':
      return go(state, event.to);
    case 'confirm':
      return confirming(state, { what: event.what, id: event.id });
    case 'keep':
      return confirming(state, null);
    case 'copy':
      return [state, [{ kind: 'copy', text: event.text, what: event.what }]];
    case 'copied':
      return stay({
        ...state,
        copied: event.ok ? event.what : null,
        said: event.ok
          ? `${event.what} copied.`
          : `Google does not let the add-on copy. Select the text and copy it yourself.`,
      });
    case 'close':
      return [state, [{ kind: 'close' }]];
    case 'newReport':
    case 'editReport':
    case 'duplicateReport':
    case 'runReport':
    case 'refreshAll':
    case 'showTab':
    case 'find':
    case 'more':
    case 'deleteReport':
    case 'continueRun':
    case 'cancelUnfinished':
      return homeStep(state, event);
    case 'schedule':
    case 'scheduleForm':
    case 'saveSchedule':
    case 'takeSchedule':
      return scheduleStep(state, event);
    case 'disconnect':
    case 'upkeep':
    case 'acceptUpkeep':
      return shopsStep(state, event);
    case 'backfill':
    case 'from':
    case 'fromDay':
    case 'load':
    case 'nextStretch':
    case 'pauseBackfill':
    case 'cancelBackfill':
      return backfillStep(state, event);
    case 'explore':
    case 'dashboardShop':
    case 'insertDashboard':
    case 'cutting':
    case 'cut':
    case 'importing':
    case 'import':
    case 'wiping':
    case 'wipe':
      return moreStep(state, event);
    case 'connect':
    case 'market':
    case 'checkSetup':
    case 'consentOpened':
    case 'look':
    case 'stopLooking':
    case 'renewLink':
    case 'consented':
    case 'address':
    case 'sendAddress':
      return connectStep(state, event);
    case 'change':
    case 'pick':
    case 'search':
    case 'about':
    case 'picked':
    case 'startFrom':
    case 'undo':
    case 'preview':
    case 'previewTurn':
    case 'insertFormula':
    case 'leave':
    case 'stay':
    case 'run':
      return buildStep(state, event);
    case 'nextSlice':
    case 'cancel':
      return runStep(state, event);
  }
}

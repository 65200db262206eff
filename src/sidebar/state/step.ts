/** The one transition function: what happens next, for every event. */
import { answered } from './answered';
import { buildStep } from './build';
import { ask, askAgain, withoutFailure } from './calls';
import { connectStep } from './connect';
import { also, goTo, type Step, stay } from './effect';
import type { Event } from './event';
import { homeStep } from './home';
import { isOver, leftBehind, runStep } from './run';
import { home, type State } from './state';

export function step(state: State, event: Event): Step {
  switch (event.type) {
    case 'opened':
      return ask(state, 'overview', null);
    case 'answered':
      return answered(state, event);
    case 'again':
      return askAgain(state, event.name);
    case 'dismiss':
      return stay(withoutFailure(state, event.name));
    case 'home':
      return goHome(state);
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
    case 'runReport':
    case 'showTab':
    case 'confirm':
    case 'keep':
    case 'deleteReport':
    case 'disconnect':
    case 'wiping':
    case 'wipe':
    case 'continueRun':
    case 'cancelUnfinished':
      return homeStep(state, event);
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
    case 'leave':
    case 'stay':
    case 'run':
      return buildStep(state, event);
    case 'nextSlice':
    case 'cancel':
      return runStep(state, event);
  }
}

/** Back to the first view; what failed elsewhere is left there. */
function goHome(state: State): Step {
  const { page } = state;
  const { overview: failure } = state.failed;
  const left = page.at === 'run' && !isOver(page.run) ? leftBehind(state, page.run) : stay(state);
  return also(left, (next) => goTo({ ...next, failed: failure ? { overview: failure } : {} }, home()));
}

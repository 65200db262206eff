/** Everything that can happen to the sidebar: what a user wants, what the server answers, what time brings. */
import type { Api, CallName, Market, Reply } from '../../shared/api';
import type { DraftChange } from '../report/draft-change';
import type { FieldKind } from './state';

export type Answered = {
  [N in CallName]: { type: 'answered'; name: N; ticket: number; reply: Reply<Api[N]['output']> };
}[CallName];

export type HomeEvent =
  | { type: 'newReport'; shops: string[] | null }
  | { type: 'editReport'; id: string }
  | { type: 'runReport'; id: string }
  | { type: 'showTab'; id: string }
  | { type: 'confirm'; what: 'report' | 'connection'; id: string }
  | { type: 'keep' }
  | { type: 'deleteReport'; id: string }
  | { type: 'disconnect'; id: string }
  | { type: 'wiping'; text: string }
  | { type: 'wipe' }
  | { type: 'continueRun' }
  | { type: 'cancelUnfinished' };

export type ConnectEvent =
  | { type: 'connect' }
  | { type: 'market'; market: Market | null }
  | { type: 'checkSetup' }
  | { type: 'consentOpened' }
  | { type: 'look'; ticket: number }
  | { type: 'stopLooking'; since: number }
  | { type: 'renewLink'; visit: number }
  | { type: 'consented' }
  | { type: 'address'; text: string }
  | { type: 'sendAddress' };

export type BuildEvent =
  | { type: 'change'; change: DraftChange }
  | { type: 'pick'; kind: FieldKind }
  | { type: 'search'; text: string }
  | { type: 'about'; id: string | null }
  | { type: 'picked' }
  | { type: 'leave' }
  | { type: 'stay' }
  | { type: 'run' };

export type RunEvent = { type: 'nextSlice'; runId: string } | { type: 'cancel' };

type AppEvent =
  | { type: 'opened' }
  | { type: 'home' }
  | { type: 'again'; name: CallName }
  | { type: 'dismiss'; name: CallName }
  | { type: 'copy'; text: string; what: string }
  | { type: 'copied'; what: string; ok: boolean }
  | { type: 'close' };

export type Event = AppEvent | Answered | HomeEvent | ConnectEvent | BuildEvent | RunEvent;
export type Send = (event: Event) => void;

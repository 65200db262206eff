/** Everything that can happen to the sidebar: what a user wants, what the server answers, what time brings. */
import type { Api, CallName, Market, Reply } from '../../shared/api';
import type { DashboardId } from '../../shared/dashboard';
import type { ReadyReport } from '../../shared/report';
import type { DraftChange } from '../report/draft-change';
import type { ScheduleForm } from '../report/schedule-form';
import type { Asked, Picking, StoragePage } from './state';

export type Answered = {
  [N in CallName]: { type: 'answered'; name: N; ticket: number; reply: Reply<Api[N]['output']> };
}[CallName];

export type HomeEvent =
  | { type: 'newReport'; shops: string[] | null }
  | { type: 'editReport'; id: string }
  | { type: 'duplicateReport'; id: string }
  | { type: 'runReport'; id: string }
  | { type: 'refreshAll' }
  | { type: 'showTab'; id: string }
  | { type: 'find'; text: string }
  | { type: 'more'; id: string }
  | { type: 'deleteReport'; id: string }
  | { type: 'continueRun' }
  | { type: 'cancelUnfinished' };

export type ScheduleEvent =
  | { type: 'schedule'; id: string }
  | { type: 'scheduleForm'; change: Partial<ScheduleForm> }
  | { type: 'saveSchedule' }
  | { type: 'takeSchedule' };

export type ShopsEvent =
  | { type: 'disconnect'; id: string }
  | { type: 'upkeep'; shop: string; on: boolean }
  | { type: 'acceptUpkeep' };

export type BackfillEvent =
  | { type: 'backfill'; shop: string }
  | { type: 'from'; from: string }
  | { type: 'fromDay'; day: string }
  | { type: 'load' }
  | { type: 'nextStretch'; shop: string }
  | { type: 'pauseBackfill'; paused: boolean }
  | { type: 'cancelBackfill' };

/** What is rarely needed: dashboards, storage, reports as JSON, the end of it all. */
export type MoreEvent =
  | { type: 'explore' }
  | { type: 'dashboardShop'; shop: string }
  | { type: 'insertDashboard'; dashboard: DashboardId; shop: string }
  | { type: 'cutting'; change: Partial<Pick<StoragePage, 'shop' | 'keep' | 'day'>> }
  | { type: 'cut' }
  | { type: 'importing'; text: string }
  | { type: 'import' }
  | { type: 'wiping'; text: string }
  | { type: 'wipe' };

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
  | { type: 'pick'; kind: Picking['kind'] }
  | { type: 'search'; text: string }
  | { type: 'about'; id: string | null }
  | { type: 'picked' }
  | { type: 'startFrom'; readyMade: ReadyReport }
  | { type: 'undo' }
  | { type: 'preview' }
  | { type: 'previewTurn'; turn: number }
  | { type: 'insertFormula' }
  | { type: 'leave' }
  | { type: 'stay' }
  | { type: 'run' };

export type RunEvent = { type: 'nextSlice'; runId: string } | { type: 'cancel' };

/** Views that can be gone to from anywhere. */
export type Destination = 'home' | 'shops' | 'activity' | 'more' | 'storage' | 'transfer' | 'dashboards';

type AppEvent =
  | { type: 'opened' }
  | { type: 'home' }
  | { type: 'go'; to: Destination }
  | { type: 'lookAgain' }
  | { type: 'viewsLoaded' }
  | ({ type: 'confirm' } & Asked)
  | { type: 'keep' }
  | { type: 'again'; name: CallName }
  | { type: 'dismiss'; name: CallName }
  | { type: 'copy'; text: string; what: string }
  | { type: 'copied'; what: string; ok: boolean }
  | { type: 'close' };

export type Event =
  | AppEvent
  | Answered
  | HomeEvent
  | ScheduleEvent
  | ShopsEvent
  | BackfillEvent
  | MoreEvent
  | ConnectEvent
  | BuildEvent
  | RunEvent;
export type Send = (event: Event) => void;

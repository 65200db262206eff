/** The one state of the sidebar. Views are functions of it; only `step` makes a new one. JSON-safe. */
import type {
  Answer,
  Api,
  Backfill,
  BackfillEstimate,
  CallName,
  Catalogue,
  ConnectionStatus,
  Market,
  Overview,
  Places,
  QuotaInfo,
  Run,
  RunEstimate,
  RunLogLine,
  Storage,
} from '../../shared/api';
import type { Problem } from '../../shared/problem';
import type { Draft } from '../report/draft';
import type { ScheduleForm } from '../report/schedule-form';

export interface State {
  page: Page;
  /** The views that come late are there. */
  complete: boolean;
  overview: Overview | null;
  catalogue: Catalogue | null;
  /** How the connections are; empty until it is known. */
  statuses: ConnectionStatus[];
  /** What the file holds, its last runs, and today's quotas, as last seen. */
  storage: Storage | null;
  runLog: RunLogLine[] | null;
  quota: QuotaInfo | null;
  /** Tabs of the file and the selected cell, as last asked for. */
  places: Places | null;
  /** All reports are being refreshed, one after another. */
  round: Round | null;
  /** Calls whose answer is awaited: at most one of each name. */
  pending: { [N in CallName]?: { ticket: number; input: Api[N]['input'] } };
  /** Calls that failed and were neither repeated nor put aside. */
  failed: { [N in CallName]?: { input: Api[N]['input']; problem: Problem } };
  /** Number of the last ticket; answers and timers that carry an older one than expected are stale. */
  tickets: number;
  /** What a screen reader is told. */
  said: string;
  /** What was put on the clipboard last. */
  copied: string | null;
}

export type Page =
  | HomePage
  | ShopsPage
  | ActivityPage
  | MorePage
  | StoragePage
  | TransferPage
  | DashboardsPage
  | ConnectPage
  | UpkeepPage
  | BackfillPage
  | SchedulePage
  | BuildPage
  | RunPage
  | RoundPage;

/** Pages whose views are there from the start; those of all others come right after it. */
export const AT_ONCE: readonly Page['at'][] = ['home', 'run', 'round'];

/** What is to be done once the user confirms. */
export interface Asked {
  what: 'report' | 'connection' | 'cut';
  id: string;
}

export interface HomePage {
  at: 'home';
  confirming: Asked | null;
  search: string;
  /** Report whose further actions show. */
  open: string | null;
  /** News that brought the user here. */
  notice: Notice | null;
}

export interface ShopsPage {
  at: 'shops';
  confirming: Asked | null;
  notice: Notice | null;
}

/** Quotas of today and the last runs. */
export interface ActivityPage {
  at: 'activity';
}

/** Help, and what is rarely needed. */
export interface MorePage {
  at: 'more';
  /** What was typed to confirm that all data shall go. */
  wiping: string;
}

export interface StoragePage {
  at: 'storage';
  /** Of which shop old data is to be removed; empty: of all. */
  shop: string;
  /** Months that stay, or the day before which all goes. */
  keep: string;
  day: string;
  confirming: Asked | null;
  notice: Notice | null;
}

/** Reports as JSON, out of this file and into it. */
export interface TransferPage {
  at: 'transfer';
  text: string;
}

/** Ready tabs with charts, for the chosen shop or, while it is empty, the first. */
export interface DashboardsPage {
  at: 'dashboards';
  shop: string;
}

/** After connecting: may the last months be loaded, and the shop be kept fresh? */
export interface UpkeepPage {
  at: 'upkeep';
  text: string;
  /** Shops asked about; and those still to be switched on. */
  shops: string[];
  left: string[];
}

export interface BackfillPage {
  at: 'backfill';
  shop: string;
  /** From when on: a choice, or `day` for the day beside it. */
  from: string;
  day: string;
  estimate: BackfillEstimate | null;
  /** The past is loaded. */
  finished: Backfill | null;
}

export interface SchedulePage {
  at: 'schedule';
  id: string;
  form: ScheduleForm;
}

export interface Round {
  left: string[];
  outcomes: Outcome[];
}
export interface Outcome {
  name: string;
  problem: Problem | null;
}
/** All reports were refreshed, or as many as could be. */
export interface RoundPage extends Round {
  at: 'round';
}

export interface Notice {
  tone: 'good' | 'info';
  text: string;
}

export interface ConnectPage {
  at: 'connect';
  /** Ticket of this stay; timers of an earlier stay carry another. */
  visit: number;
  market: Market | null;
  /** Consent link, fetched before it can be clicked. */
  link: string | null;
  /** While the user is at TikTok we look again and again: tickets of the whole wait and of its latest look. */
  waiting: 'no' | 'stopped' | { since: number; look: number };
  /** The user says that they are done at TikTok. */
  claimed: 'no' | 'checking' | 'nothing new';
  address: string;
  /** How things stood on arrival; what differs from it is new. */
  before: string[];
}

/** What fields are chosen as: `pivot` splits the columns. */
export type FieldKind = 'metric' | 'dimension' | 'pivot';

export interface BuildPage {
  at: 'build';
  seed: { kind: 'new'; shops: string[] | null; copyOf?: string } | { kind: 'saved'; id: string };
  /** Null until overview and catalogue are there. */
  draft: Draft | null;
  /** The draft as it was opened, to tell whether leaving loses something. */
  opened: Draft | null;
  /** Drafts before the last changes, to be undone; and what was being typed last. */
  past: Draft[];
  typed: string | null;
  /** Run was tried: issues show beside their fields from now on. */
  checked: boolean;
  leaving: boolean;
  picking: Picking | null;
  /** First rows of the answer; null while nobody wants to see them. */
  preview: Preview | null;
  /** Where the draft was inserted as a formula last. */
  inserted: string | null;
}

/** What the draft would answer as things are stored, and what a run would load; null until it is known. */
export interface Preview {
  /** Changes of the draft since it opened: only the latest is asked about. */
  turn: number;
  answer: Answer | null;
  estimate: RunEstimate | null;
}

export interface Picking {
  kind: FieldKind | 'readyMade';
  search: string;
  /** Field whose explanation is open. */
  about: string | null;
}

export interface RunPage {
  at: 'run';
  run: Run;
  cancelling: boolean;
  /** The run needs the user to go on. */
  paused: boolean;
}

export const home = (notice: Notice | null = null): HomePage => ({
  at: 'home',
  confirming: null,
  search: '',
  open: null,
  notice,
});

export const shops = (notice: Notice | null = null): ShopsPage => ({ at: 'shops', confirming: null, notice });

export const initialState: State = {
  page: home(),
  complete: false,
  overview: null,
  catalogue: null,
  statuses: [],
  storage: null,
  runLog: null,
  quota: null,
  places: null,
  round: null,
  pending: {},
  failed: {},
  tickets: 0,
  said: '',
  copied: null,
};

/** The one state of the sidebar. Views are functions of it; only `step` makes a new one. JSON-safe. */
import type { Api, CallName, Catalogue, ConnectionStatus, Market, Overview, Run } from '../../shared/api';
import type { Problem } from '../../shared/problem';
import type { Draft } from '../report/draft';

export interface State {
  page: Page;
  overview: Overview | null;
  catalogue: Catalogue | null;
  /** How the connections are; empty until it is known. */
  statuses: ConnectionStatus[];
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

export type Page = HomePage | ConnectPage | BuildPage | RunPage;

export interface HomePage {
  at: 'home';
  /** What is to be deleted or disconnected once the user confirms. */
  confirming: { what: 'report' | 'connection'; id: string } | null;
  /** What was typed to confirm that all data shall go. */
  wiping: string;
  /** News that brought the user here. */
  notice: Notice | null;
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

export type FieldKind = 'metric' | 'dimension';

export interface BuildPage {
  at: 'build';
  seed: { kind: 'new'; shops: string[] | null } | { kind: 'saved'; id: string };
  /** Null until overview and catalogue are there. */
  draft: Draft | null;
  /** The draft as it was opened, to tell whether leaving loses something. */
  opened: Draft | null;
  /** Run was tried: issues show beside their fields from now on. */
  checked: boolean;
  leaving: boolean;
  picking: Picking | null;
}

export interface Picking {
  kind: FieldKind;
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
  wiping: '',
  notice,
});

export const initialState: State = {
  page: home(),
  overview: null,
  catalogue: null,
  statuses: [],
  pending: {},
  failed: {},
  tickets: 0,
  said: '',
  copied: null,
};

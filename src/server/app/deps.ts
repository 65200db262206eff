import type { Clock, Http, Lock, Log, Random, Rows, Sheets, State, Zones } from '../core/ports';

/** What the platform offers beside storage: links, pages, triggers, messages. */
export interface Platform {
  /** Address to register with TikTok as redirect URL. */
  redirectUrl(): string;
  /** A state token that leads the redirect back to the entry point `authCallback`, with these arguments. */
  stateToken(args: Record<string, string>, timeoutSeconds: number): string;
  /** IANA zone of the spreadsheet: dates in its cells are midnights there. */
  sheetZone(): string;
  /** A stable code for the Google account at the keyboard, without its address. */
  userKey(): string;
  openSidebar(): void;
  addMenu(items: readonly { label: string; entry: string }[]): void;
  toast(message: string): void;
  alert(title: string, message: string): void;
  /** Whether this user has the hourly trigger in this file. */
  hasTrigger(): boolean;
  createTrigger(): void;
  removeTrigger(): void;
}

/** Everything the use cases need; gas/ builds it from Apps Script services, tests from doubles. */
export interface Deps {
  http: Http;
  clock: Clock;
  zones: Zones;
  random: Random;
  log: Log;
  /** One writer per spreadsheet. */
  documentLock: Lock;
  /** One token refresher per user. */
  userLock: Lock;
  /** Readable by everyone who edits the file: reports and runs, never secrets. */
  documentState: State;
  /** Private to the user: connections with their tokens. */
  userState: State;
  /** App credentials, set in the script editor; read only. */
  scriptState: Pick<State, 'get'>;
  rows: Rows;
  sheets: Sheets;
  platform: Platform;
}

import type {
  Clock,
  Dashboards,
  FormulaCells,
  Http,
  Inputs,
  Lock,
  Log,
  Notices,
  Random,
  Rows,
  SampleShop,
  Sheets,
  State,
  Zones,
} from '../core/ports';

/** What the platform offers beside storage: links, pages, triggers, messages. */
export interface Platform {
  /** Address to register with TikTok as redirect URL. */
  redirectUrl(): string;
  /** A state token that leads the redirect back to the entry point `authCallback`, with these arguments. */
  stateToken(args: Record<string, string>, timeoutSeconds: number): string;
  /** IANA zone of the spreadsheet: dates in its cells are midnights there. */
  sheetZone(): string;
  /** Such as en_US: how formulas are written in this file. */
  sheetLocale(): string;
  /** A stable code for the Google account at the keyboard, without its address. */
  userKey(): string;
  /** At the named view, of those that the page knows by it. */
  openSidebar(first: 'home' | 'dashboards'): void;
  openExplorer(): void;
  addMenu(items: readonly { label: string; entry: string }[]): void;
  toast(message: string): void;
  alert(title: string, message: string): void;
  /** Null where Google runs us without a spreadsheet. */
  documentId(): string | null;
  /** Name and address, for a mail. */
  documentName(): string;
}

/** The user's hourly trigger in this file. */
export interface Triggers {
  list(): { id: string; disabled: boolean }[];
  /** Returns its id. */
  create(): string;
  delete(id: string): void;
  /** Address at which Google asks for consent; null while unattended work has all it needs. */
  missingConsent(): string | null;
}

/** Mail to the user at the keyboard, or in whose name a trigger runs. */
export interface Mail {
  /** Empty where Google does not tell. */
  address(): string;
  /** False where it was not sent: no consent, no address, or no more mails today. */
  send(subject: string, body: string, html?: string): boolean;
}

/** A hidden tab that anybody may show, for the last 200 lines. */
export interface LogSheet {
  append(columns: readonly { header: string; format: string }[], line: readonly (string | number)[]): void;
  /** At most so many lines as shown, newest last. */
  last(count: number): string[][];
  clear(): void;
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
  formulaCells: FormulaCells;
  platform: Platform;
  triggers: Triggers;
  mail: Mail;
  logSheet: LogSheet;
  inputs: Inputs;
  sample: SampleShop;
  dashboards: () => Dashboards;
  notices: () => Notices;
  /** Script of the sidebar's views that load late. */
  views: () => string;
  /** A sentence of the catalogue, wherever the build keeps it. */
  words: (text: string, key?: string) => string;
}

import type { DocumentState } from './document/state';
import type { Project } from './project';
import type { Account } from './quotas';
import type { State } from './state';
import type { HostTarget, Mode, RunOptions, Source } from './types';

/** What all executions of a runtime share. */
export interface World {
  state: State;
  readonly project: Project;
  readonly scriptId: string;
  readonly account: Account;
  readonly installedAs: 'bound' | 'addon';
  readonly hosts: Readonly<Record<string, HostTarget>>;
  readonly countCpu: boolean;
  /** Scope → id of the execution that holds the lock. */
  readonly locks: Map<string, number>;
  /** Executions that are running now; more than one when a hook starts another. */
  running: number;
  executions: number;
}

/** A sidebar or dialog on its way to the user. */
export interface PageState {
  title: string;
  html: string;
}

/** What a service sees of the execution that calls it. */
export interface ExecutionContext {
  readonly id: number;
  readonly world: World;
  readonly state: State;
  readonly project: Project;
  readonly user: string;
  readonly documentId: string | null;
  readonly mode: Mode;
  readonly source: Source;
  readonly options: RunOptions;
  readonly toasts: { message: string; title: string }[];
  readonly dialogs: PageState[];
  readonly alerts: { title: string; message: string }[];
  sidebar: PageState | null;
  /** Keeps an object for the time of the execution; the realm holds its handle. */
  keep(type: string, object: unknown): Handle;
  /** The kept object behind a handle. */
  kept<T>(handle: unknown, type: string): T;
  /** Lets virtual time pass within the call; past the limit the execution ends here. */
  pass(ms: number): void;
  /** Throws Google's words where there is no document. */
  document(): DocumentState;
}

/** A service object as it travels between host and realm. */
export interface Handle {
  readonly $ref: string;
  readonly $key: unknown;
}

export const handle = ($ref: string, $key: unknown = null): Handle => ({ $ref, $key });
export const enumValue = ($enum: string, name: string) => ({ $enum, name });
export const bytes = ($bytes: Uint8Array) => ({ $bytes });

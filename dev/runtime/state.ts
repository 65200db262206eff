// Everything that outlives an execution, as plain JSON data.
import type { DocumentState } from './document/state';
import type { MenuItem, User } from './types';

export interface TriggerState {
  uid: string;
  functionName: string;
  user: User;
  document: string | null;
  disabled: boolean;
  createdAt: number;
  dueAt: number;
  /** ms between two runs; null for a trigger that fires once. */
  every: number | null;
}

interface StateToken {
  token: string;
  user: User;
  functionName: string;
  arguments: Record<string, string>;
  expiresAt: number;
}

export interface CacheEntry {
  key: string;
  value: string;
  expiresAt: number;
}

export interface State {
  now: number;
  /** For Math.random and ids; every execution moves it on. */
  seed: number;
  nextId: number;
  scriptProperties: Record<string, string>;
  userProperties: Record<User, Record<string, string>>;
  documentProperties: Record<string, Record<string, string>>;
  /** Scope → entries, oldest first. */
  caches: Record<string, CacheEntry[]>;
  triggers: TriggerState[];
  stateTokens: StateToken[];
  /** User → quota → when its 24 hours began and how much is used. */
  quotas: Record<User, Record<string, { since: number; used: number }>>;
  mails: { to: string; subject: string; body: string; html?: string; from: User; at: number }[];
  revoked: User[];
  /** 'document user' → the menu that the user's onOpen built. */
  menus: Record<string, MenuItem[]>;
  documents: Record<string, DocumentState>;
}

export function initialState(now: number, scriptProperties: Readonly<Record<string, string>>): State {
  return {
    now,
    seed: 1,
    nextId: 1,
    scriptProperties: { ...scriptProperties },
    userProperties: {},
    documentProperties: {},
    caches: {},
    triggers: [],
    stateTokens: [],
    quotas: {},
    mails: [],
    revoked: [],
    menus: {},
    documents: {},
  };
}

/** A pseudo-random number in [0, 1) that is part of the state (mulberry32). */
export function random(state: State): number {
  state.seed = (state.seed + 0x6d2b79f5) >>> 0;
  let t = state.seed;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export const randomText = (state: State, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random(state) * alphabet.length)]).join('');

import type { Action, Temper } from './plan';

const WORK: readonly Action[] = ['start products', 'start orders', 'continue', 'refresh', 'hour'];
const PAST: readonly Action[] = ['backfill', 'pause backfill', 'end backfill'];

/** What the parts of the campaign are about. */
export const TEMPERS = {
  /** Nothing is stored yet: salt, tabs, triggers and reports come into being under fire. */
  'first load': {
    mishap: 0.55,
    meanwhile: 0.2,
    blow: 0.12,
    begins: 'start products',
    actions: [...WORK, ...WORK, ...PAST, 'cancel', 'sidebar', 'connect'],
  },
  /** Three days have passed: orders have changed, tabs are rewritten. */
  refresh: {
    mishap: 0.6,
    meanwhile: 0.2,
    blow: 0.12,
    begins: 'start orders',
    actions: [...WORK, ...WORK, ...PAST, 'refresh', 'hour', 'cancel', 'sidebar', 'connect'],
  },
  /** Two editors and two triggers at the same moment. */
  'two editors': {
    mishap: 0.9,
    meanwhile: 0.8,
    blow: 0.05,
    begins: 'start products',
    actions: [...WORK, 'cancel', 'backfill'],
  },
  /** TikTok alone has its bad days: then no token may be lost, and nobody has to connect again. */
  'bad weather': {
    mishap: 0,
    meanwhile: 0,
    blow: 0,
    begins: 'refresh',
    actions: WORK,
  },
} as const satisfies Record<string, Temper>;

/** Where each of them begins: both users connected and nothing loaded, or both reports written three days ago. */
export const BEGINS = {
  'first load': 'connected',
  refresh: 'loaded',
  'two editors': 'loaded',
  'bad weather': 'loaded',
} as const satisfies Record<keyof typeof TEMPERS, string>;

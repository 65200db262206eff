// What happens in one run of the campaign: who does what, and what goes wrong meanwhile. All of it comes from the seed.
import type { Quota } from '../../dev/runtime/types';
import type { FaultKind, FaultRule } from '../../dev/simulator/faults';
import { type Chance, chance, hashText } from '../../src/server/sample/chance';

export type Actor = 'owner' | 'colleague';

const ACTIONS = [
  'start products',
  'start orders',
  'continue',
  'cancel',
  'refresh',
  'hour',
  'sidebar',
  'backfill',
  'pause backfill',
  'end backfill',
  'connect',
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Deed {
  readonly actor: Actor;
  readonly action: Action;
}

/** What befalls one execution. */
export type Mishap =
  | { readonly what: 'killed'; readonly at: number }
  | { readonly what: 'out of time'; readonly ms: number }
  /** Google refuses the n-th call of a service, or all from there on. */
  | {
      readonly what: 'refused';
      readonly service: RegExp;
      readonly at: number;
      readonly lasts: boolean;
      readonly says: string;
    }
  /** Before the n-th service call somebody else does something, from beginning to end. */
  | { readonly what: 'meanwhile'; readonly at: number; readonly deed: Deed };

/** What stays until somebody, or the next day, makes up for it. */
export type Blow =
  | 'authorization revoked'
  | 'Google’s consent withdrawn'
  | 'spreadsheet filled up'
  | 'TikTok slow beyond Google’s patience'
  | `${Quota} used up`;

export interface Step {
  /** Time that passes before, minutes. */
  readonly after: number;
  readonly blow?: Blow;
  readonly deed: Deed;
  readonly mishap?: Mishap;
}

export interface Plan {
  readonly seed: string;
  readonly latencyMs: number;
  /** TikTok’s bad days. */
  readonly weather: readonly FaultRule[];
  readonly steps: readonly Step[];
}

/** How likely what is. */
export interface Temper {
  readonly mishap: number;
  readonly meanwhile: number;
  readonly blow: number;
  /** What the owner comes for. */
  readonly begins: Action;
  readonly actions: readonly Action[];
}

const WEATHER: readonly FaultKind[] = [
  'too-many-requests',
  'internal-error',
  'html-502',
  'timeout',
  'gateway-timeout',
  'expired-token',
  'cut-json',
  'wrong-json',
  'no-data',
  'no-list',
  'repeat-page-token',
  'skip-row',
  'duplicate-row',
];

const SHEETS =
  /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata|DeveloperMetadataFinder)$/;
const GOOGLE_REFUSES: readonly [service: RegExp, says: string][] = [
  [
    /^UrlFetchApp$/,
    'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
  ],
  [/^UrlFetchApp$/, 'Bandwidth quota exceeded. Try reducing the rate of data transfer.'],
  [/^UrlFetchApp$/, 'DNS error: https://auth.tiktok-shops.com/api/v2/token/refresh?app_secret=…'],
  [/^UrlFetchApp$/, 'Unexpected error while getting the method or property fetchAll on object UrlFetchApp.'],
  [SHEETS, 'Service Spreadsheets failed while accessing document with id 1A.'],
  [SHEETS, 'Service Spreadsheets timed out while accessing document with id 1A.'],
  [/^Properties$/, "We're sorry, a server error occurred. Please wait a bit and try again."],
  [/^Lock(Service)?$/, 'There was a problem while trying to get a lock.'],
  [/^Lock(Service)?$/, 'Service invoked too many times in a short time: lockBean rateMax.'],
];

const BLOWS: readonly Blow[] = [
  'authorization revoked',
  'Google’s consent withdrawn',
  'spreadsheet filled up',
  'TikTok slow beyond Google’s patience',
  'urlfetch used up',
  'properties used up',
  'email used up',
  'trigger runtime used up',
];

/** Early calls more often than late ones: an execution has between ten and some hundred. */
const place = (luck: Chance): number => 1 + Math.floor(luck.unit() ** 2 * 180);

const deedOf = (luck: Chance, actions: readonly Action[], colleague: number): Deed => ({
  actor: luck.yes(colleague) ? 'colleague' : 'owner',
  action: luck.pick(actions),
});

/** What somebody does who goes on with what he has begun. */
const NEXT: { readonly [A in Action]?: Action } = {
  'start products': 'continue',
  'start orders': 'continue',
  continue: 'continue',
  refresh: 'refresh',
  backfill: 'backfill',
};

function deedAfter(luck: Chance, last: Deed | undefined, temper: Temper): Deed {
  const action = last && NEXT[last.action];
  return last && action && luck.yes(0.8) ? { actor: last.actor, action } : deedOf(luck, temper.actions, 0.2);
}

/** Nobody waits for a consent page while somebody else’s script stands still. */
const quick = (actions: readonly Action[]) => actions.filter((action) => action !== 'connect');

function mishapOf(luck: Chance, temper: Temper): Mishap {
  if (luck.yes(temper.meanwhile)) {
    const deed = deedOf(luck, quick(temper.actions), 0.7);
    return { what: 'meanwhile', at: place(luck), deed };
  }
  const roll = luck.unit();
  if (roll < 0.45) return { what: 'killed', at: place(luck) };
  if (roll < 0.55) return { what: 'out of time', ms: luck.between(500, 60_000) };
  const [service, says] = luck.pick(GOOGLE_REFUSES);
  return {
    what: 'refused',
    service,
    at: 1 + Math.floor(luck.unit() ** 2 * 30),
    lasts: luck.yes(0.3),
    says,
  };
}

export function planOf(seed: string, temper: Temper): Plan {
  const luck = chance(hashText(seed));
  const weather = Array.from({ length: luck.int(4) }, (_, n): FaultRule => {
    const kind = luck.pick(WEATHER);
    return { kind, probability: 0.03 + luck.unit() ** 2 * 0.5, seed: `${seed} ${n}`, times: 40 };
  });
  const steps: Step[] = [];
  const length = luck.between(4, 8);
  while (steps.length < length)
    steps.push({
      after: luck.yes(0.6) ? luck.int(4) : luck.yes(0.8) ? luck.int(150) : luck.int(1000),
      deed: deedAfter(luck, steps.at(-1)?.deed, temper),
      ...(luck.yes(temper.blow) ? { blow: luck.pick(BLOWS) } : {}),
      ...(luck.yes(temper.mishap) ? { mishap: mishapOf(luck, temper) } : {}),
    });
  return { seed, latencyMs: luck.pick([1000, 9000, 16_000, 16_000]), weather, steps };
}

const toldDeed = ({ actor, action }: Deed): string => `${actor}: ${action}`;

function toldMishap(mishap: Mishap): string {
  switch (mishap.what) {
    case 'killed':
      return `killed at call ${mishap.at}`;
    case 'out of time':
      return `out of time after ${mishap.ms} ms`;
    case 'refused':
      return `${mishap.service} refused at its call ${mishap.at}${mishap.lasts ? ' and after' : ''}: ${mishap.says}`;
    case 'meanwhile':
      return `before call ${mishap.at} ${toldDeed(mishap.deed)}`;
  }
}

/** A plan in words, for whoever has to find out why it failed. */
export function told({ seed, latencyMs, weather, steps }: Plan): string {
  return [
    `seed ${seed}, answers take ${latencyMs} ms`,
    ...weather.map(({ kind, probability = 0 }) => `  TikTok: ${kind} ${probability.toFixed(2)}`),
    ...steps.map(
      ({ after, blow, deed, mishap }, n) =>
        `  ${n + 1}. after ${after} min${blow ? `, ${blow}` : ''}: ${toldDeed(deed)}${mishap ? `; ${toldMishap(mishap)}` : ''}`,
    ),
  ].join('\n');
}

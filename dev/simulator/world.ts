import type { Story } from '../../src/server/sample/story';
import { type App, defaultApp } from './app';
import { type Authorizations, authorizations } from './authorizations';
import { type Faults, faults } from './faults';
import { requestLog } from './request-log';
import { type Seller, sellersOf } from './sellers';
import { type Throttle, throttle } from './throttle';
import { type VirtualClock, virtualClock } from './virtual-clock';

/** All state of one simulator. */
export type World = {
  readonly story: Story;
  app: App;
  /** Undefined: one app serves all markets. Otherwise each app serves only the shops of its own. */
  usApp: App | undefined;
  sellers: readonly Seller[];
  readonly authorizations: Authorizations;
  readonly throttle: Throttle;
  readonly faults: Faults;
  readonly log: ReturnType<typeof requestLog>;
  readonly clock: VirtualClock;
  /** Told in the header x-virtual-latency-ms; nobody sleeps. */
  latencyMs: number;
};

export type WorldOptions = {
  readonly sellers?: number;
  /** Virtual time before anybody has said what time it is; milliseconds. */
  readonly now?: number;
  readonly latencyMs?: number;
  readonly app?: Partial<App>;
};

export function openWorld(story: Story, options: WorldOptions = {}): World {
  return {
    story,
    app: { ...defaultApp(), ...options.app },
    usApp: undefined,
    sellers: sellersOf(story, options.sellers ?? 1),
    authorizations: authorizations(story.seed),
    throttle: throttle(),
    faults: faults(),
    log: requestLog(),
    clock: virtualClock(options.now ?? 0),
    latencyMs: options.latencyMs ?? 0,
  };
}

/** The app that a key or service id belongs to. */
export const appBy = (
  world: World,
  name: 'appKey' | 'serviceId',
  value: string | undefined,
): App | undefined => [world.app, world.usApp].find((app) => app !== undefined && app[name] === value);

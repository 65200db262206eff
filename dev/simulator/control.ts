import { type App, defaultUsApp } from './app';
import type { FaultRule } from './faults';
import { type Seller, sellersOf } from './sellers';
import type { ThrottleRule } from './throttle';
import type { World } from './world';

type Nothing = Record<string, never>;

/** What a test may do to the simulated TikTok Shop: POST /__control/<name> with the input as JSON. */
const COMMANDS = {
  /** Virtual milliseconds each answer takes. */
  latency: (world: World, { ms }: { ms: number }) => {
    world.latencyMs = ms;
    return {};
  },
  /** null lifts the limit. */
  throttle: (world: World, { rule }: { rule: ThrottleRule | null }) => {
    world.throttle.rule = rule ?? undefined;
    return {};
  },
  faults: (world: World, { add = [], clear = false }: { add?: readonly FaultRule[]; clear?: boolean }) => {
    if (clear) world.faults.clear();
    for (const rule of add) world.faults.add(rule);
    return {};
  },
  expireToken: (world: World, { accessToken }: { accessToken?: string }) => {
    world.authorizations.expire(world.clock.read(undefined), accessToken);
    return {};
  },
  revoke: (world: World, { openId }: { openId?: string }) => {
    world.authorizations.revoke(openId);
    return {};
  },
  /** Keeps all authorizations as they are now; `recall` brings them back as often as wanted. */
  keep: (world: World, _: Nothing) => {
    world.authorizations.keep();
    return {};
  },
  recall: (world: World, _: Nothing) => {
    world.authorizations.recall();
    return {};
  },
  /** Scopes of the authorizations there are; those of the app itself are set with `app`. */
  grantScopes: (world: World, { scopes }: { scopes: readonly string[] }) => {
    for (const grant of world.authorizations.grants()) grant.scopes = scopes;
    return {};
  },
  lifetimes: (world: World, input: { accessMs?: number; refreshMs?: number; codeMs?: number }) =>
    Object.assign(world.authorizations.lifetime, input),
  /** Changes what is given and answers the whole registration. */
  app: (world: World, change: Partial<App>) => Object.assign(world.app, change),
  /** From now on the US has an app of its own; answers its registration. */
  usApp: (world: World, change: Partial<App>): App => {
    world.usApp = { ...(world.usApp ?? defaultUsApp()), ...change };
    return world.usApp;
  },
  /** Deals the shops out to that many sellers, changes them by their open id, if given, and lists the sellers. */
  sellers: (
    world: World,
    { count, change }: { count?: number; change?: Record<string, Partial<Seller>> },
  ) => {
    if (count !== undefined) world.sellers = sellersOf(world.story, count);
    if (change) world.sellers = world.sellers.map((seller) => ({ ...seller, ...change[seller.openId] }));
    return { sellers: world.sellers };
  },
  shops: (world: World, _: Nothing) => ({
    shops: world.story.shops.map(({ id, name, cipher, region }) => ({
      id,
      name,
      cipher,
      region: region.code,
      currency: region.currency,
      zone: region.zone,
    })),
  }),
  /** Skips the browser: the code a seller's click would give. */
  authorize: (world: World, { seller = 0 }: { seller?: number }) => ({
    code: world.authorizations.newCode(world.sellers[seller]!, world.app, world.clock.read(undefined)),
  }),
  log: (world: World, { clear = false }: { clear?: boolean }) => {
    const entries = world.log.entries();
    if (clear) world.log.clear();
    return { entries };
  },
  counters: (world: World, _: Nothing) => ({ counters: world.log.counters() }),
} satisfies Record<string, (world: World, input: never) => object>;

type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Parameters<Commands[Name]>[1];
export type CommandOutput<Name extends CommandName> = ReturnType<Commands[Name]>;

/** Sends commands; the same face for a simulator in this process and one behind HTTP. */
export type Control = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name>>;

export function runCommand(world: World, name: string, input: unknown): object | undefined {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined;
  return (command as ((world: World, input: unknown) => object) | undefined)?.(world, input ?? {});
}

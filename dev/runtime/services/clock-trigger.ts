import { triggerCost } from '../costs';
import { wallToUtc, zoneOffset } from '../document/zone';
import type { ExecutionContext } from '../execution-context';
import { pure, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import { random, randomText, type TriggerState } from '../state';

interface Builder {
  functionName: string;
  clock?: boolean;
  everyMinutes?: number;
  everyHours?: number;
  everyDays?: number;
  weekDay?: number;
  hour?: number;
  minute?: number;
  zone?: string;
  after?: number;
  at?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_TRIGGERS = 20;
const weekDays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

const of = (context: ExecutionContext, key: unknown): Builder =>
  context.kept<Builder>(key, 'ClockTriggerBuilder');

function setter(name: keyof Builder, allowed: (value: number) => boolean) {
  return pure((context, key, value: unknown) => {
    if (typeof value !== 'number' || !allowed(value))
      throw new ServiceError(`The value you passed to ${name} was invalid. ${String(value)}`);
    Object.assign(of(context, key), { [name]: value });
    return SELF;
  });
}

const oneOf =
  (...values: number[]) =>
  (value: number) =>
    values.includes(value);

function interval(builder: Builder): number | null {
  if (builder.everyMinutes) return builder.everyMinutes * MINUTE;
  if (builder.everyHours) return builder.everyHours * HOUR;
  if (builder.weekDay !== undefined) return 7 * DAY;
  if (builder.everyDays) return builder.everyDays * DAY;
  return null;
}

/** The first time it fires. Daily triggers keep one random minute of their hour, near `minute` within a quarter. */
function firstDue(context: ExecutionContext, builder: Builder, every: number | null): number {
  const { now } = context.state;
  if (builder.after !== undefined) return now + builder.after;
  if (builder.at !== undefined) return builder.at;
  if (builder.hour === undefined && builder.weekDay === undefined && builder.everyDays === undefined)
    return now + (every ?? 0);
  const zone = builder.zone ?? context.project.manifest.timeZone;
  const minute = random(context.state) * 60;
  const near = builder.minute === undefined ? minute : builder.minute - 15 + minute / 2;
  const wallNow = now + zoneOffset(zone, now);
  let wall = Math.floor(wallNow / DAY) * DAY + (builder.hour ?? 0) * HOUR + Math.round(near * MINUTE);
  while (
    wallToUtc(zone, wall) <= now ||
    (builder.weekDay !== undefined && new Date(wall).getUTCDay() !== builder.weekDay)
  )
    wall += DAY;
  return wallToUtc(zone, wall);
}

function create(context: ExecutionContext, key: unknown) {
  const { state, world, user, documentId } = context;
  const builder = of(context, key);
  const every = interval(builder);
  if (every === null && builder.after === undefined && builder.at === undefined)
    throw new ServiceError('A clock trigger needs a time or an interval.');
  const mine = state.triggers.filter((trigger) => trigger.user === user);
  if (world.installedAs === 'addon') {
    if (documentId === null)
      throw new ServiceError('An add-on can only create triggers for the document in use.');
    if (every !== null && every < HOUR)
      throw new ServiceError('The recurrence interval for an Add-on trigger must be at least one hour.');
    if (mine.some(({ document }) => document === documentId))
      throw new ServiceError(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
  }
  if (mine.length >= MOST_TRIGGERS)
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  const trigger: TriggerState = {
    uid: randomText(state, 19).replaceAll(/\D/g, (letter) => String(letter.charCodeAt(0) % 10)),
    functionName: builder.functionName,
    user,
    document: documentId,
    // Under V8, triggers that a trigger creates come up disabled.
    disabled: context.source === 'trigger',
    createdAt: state.now,
    dueAt: firstDue(context, builder, every),
    every,
  };
  state.triggers.push(trigger);
  return { $ref: 'Trigger', $key: { uid: trigger.uid } };
}

const triggerBuilder = {
  timeBased: pure((context, key) =>
    context.keep('ClockTriggerBuilder', context.kept<Builder>(key, 'TriggerBuilder')),
  ),
};

const clockTriggerBuilder = {
  everyMinutes: setter('everyMinutes', oneOf(1, 5, 10, 15, 30)),
  everyHours: setter('everyHours', oneOf(1, 2, 4, 6, 8, 12)),
  everyDays: setter('everyDays', (n) => Number.isInteger(n) && n > 0),
  atHour: setter('hour', (n) => Number.isInteger(n) && n >= 0 && n < 24),
  nearMinute: setter('minute', (n) => Number.isInteger(n) && n >= 0 && n < 60),
  after: setter('after', (n) => n >= 0),
  at: pure((context, key, date: unknown) => {
    of(context, key).at = Number(date);
    return SELF;
  }),
  onWeekDay: pure((context, key, day: { name: string }) => {
    of(context, key).weekDay = weekDays.indexOf(day.name);
    return SELF;
  }),
  inTimezone: pure((context, key, zone: string) => {
    of(context, key).zone = zone;
    return SELF;
  }),
  create: { ...write(create, triggerCost), needs: 'triggers' as const },
};

export const clockTriggerServices = {
  TriggerBuilder: triggerBuilder,
  ClockTriggerBuilder: clockTriggerBuilder,
};

// Plays a plan: two people, their sidebars, the menu and the hourly triggers of both.
import type { Execution, RunOptions } from '../../dev/runtime/types';
import type { Api, CallName, Reply, Run } from '../../src/shared/api';
import { HOUR } from '../whole-path/office';
import type { Action, Actor, Blow, Deed, Mishap, Plan, Step } from './plan';
import { consent, FIRST_DAY, type Scene, USERS } from './scene';

/** What somebody’s sidebar knows. */
interface Page {
  runId: string | null;
  reports: Record<string, string>;
  backfill: boolean;
  paused: boolean;
  /** The report whose start got no answer: what is tried again at once is tried with the same words. */
  unanswered: string | null;
}

export interface Play {
  readonly scene: Scene;
  readonly pages: Record<Actor, Page>;
  readonly executions: Execution[];
}

const closed = (): Page => ({ runId: null, reports: {}, backfill: false, paused: false, unanswered: null });

export const openPlay = (scene: Scene): Play => ({
  scene,
  pages: { owner: closed(), colleague: closed() },
  executions: [],
});

/** A call of the sidebar; null where no answer came. */
export function call<Name extends CallName>(
  { scene: { office }, executions }: Play,
  actor: Actor,
  name: Name,
  input: Api[Name]['input'],
  options: Partial<RunOptions> = {},
): Reply<Api[Name]['output']> | null {
  const { runtime, document } = office;
  const execution = runtime.serverCall(document, USERS[actor], 'rpc', [name, JSON.stringify(input)], options);
  executions.push(execution);
  return execution.value === undefined ? null : JSON.parse(String(execution.value));
}

/** Opens the sidebar; false where it shows nothing. */
function look(play: Play, actor: Actor, options: Partial<RunOptions> = {}): boolean {
  const page = play.pages[actor];
  const reply = call(play, actor, 'overview', null, options);
  if (!reply?.ok) return false;
  page.reports = Object.fromEntries(
    reply.value.reports.map(({ definition }) => [definition.name, definition.id]),
  );
  page.runId = reply.value.unfinished?.id ?? null;
  page.unanswered = null;
  return true;
}

function start(play: Play, actor: Actor, which: 'products' | 'orders', options: Partial<RunOptions>): void {
  const page = play.pages[actor];
  const report = play.scene.reports[which];
  if (page.unanswered !== report.name && !look(play, actor)) return;
  const id = page.reports[report.name];
  // New reports are the owner’s: two people who make the same one at the same time want two.
  if (id === undefined && actor !== 'owner') return;
  const reply = call(play, actor, 'startRun', id === undefined ? { report } : { reportId: id }, options);
  page.unanswered = reply?.ok ? null : report.name;
  if (!reply?.ok) return;
  page.runId = reply.value.id;
  page.reports[report.name] = reply.value.reportId;
}

function goOn(play: Play, actor: Actor, options: Partial<RunOptions>): void {
  const page = play.pages[actor];
  if (page.runId === null) {
    look(play, actor, options);
    return;
  }
  const reply = call(play, actor, 'continueRun', { runId: page.runId }, options);
  if (reply && (reply.ok ? isOver(reply.value) : reply.problem.code === 'run_gone')) page.runId = null;
}

const isOver = ({ finished, cancelled }: Run) => finished || cancelled;

function perform(play: Play, { actor, action }: Deed, options: Partial<RunOptions> = {}): void {
  const { office, shop } = play.scene;
  const { runtime, document } = office;
  const page = play.pages[actor];
  const deeds: Record<Exclude<Action, 'connect'>, () => unknown> = {
    'start products': () => start(play, actor, 'products', options),
    'start orders': () => start(play, actor, 'orders', options),
    continue: () => goOn(play, actor, options),
    cancel() {
      if (page.runId === null) return;
      const reply = call(play, actor, 'cancelRun', { runId: page.runId }, options);
      if (reply) page.runId = null;
    },
    refresh: () =>
      play.executions.push(
        runtime.run('refreshTikTokShop', [], { user: USERS[actor], document, source: 'menu', ...options }),
      ),
    hour: () => play.executions.push(...runtime.tick(HOUR, options)),
    sidebar: () => look(play, actor, options),
    backfill() {
      const reply = page.backfill
        ? call(play, actor, 'continueBackfill', { shop }, options)
        : call(play, actor, 'startBackfill', { shop, since: FIRST_DAY }, options);
      page.backfill = reply?.ok === true && !reply.value.finished;
    },
    'pause backfill'() {
      const reply = call(play, actor, 'pauseBackfill', { shop, paused: !page.paused }, options);
      if (reply?.ok) page.paused = reply.value.paused;
    },
    'end backfill'() {
      const reply = call(play, actor, 'cancelBackfill', { shop }, options);
      if (reply?.ok) page.backfill = false;
    },
  };
  if (action !== 'connect') deeds[action]();
}

/** How a mishap comes about. */
function optionsFor(play: Play, mishap: Mishap | undefined): Partial<RunOptions> {
  if (!mishap) return {};
  let seen = 0;
  switch (mishap.what) {
    case 'killed':
      return { killAt: mishap.at };
    case 'out of time':
      return { limitMs: mishap.ms };
    case 'refused':
      return {
        hooks: {
          beforeCall({ service }) {
            if (!mishap.service.test(service)) return;
            seen += 1;
            if (seen === mishap.at || (mishap.lasts && seen > mishap.at)) throw new Error(mishap.says);
          },
        },
      };
    case 'meanwhile':
      return {
        hooks: {
          beforeCall({ n }) {
            if (n < mishap.at || seen > 0) return;
            seen += 1;
            perform(play, mishap.deed);
          },
        },
      };
  }
}

const BALLAST = 'Ballast';

async function befall({ scene: { office } }: Play, blow: Blow): Promise<void> {
  const { runtime, document, simulator } = office;
  switch (blow) {
    case 'authorization revoked':
      await simulator.control('revoke', {});
      return;
    case 'Google’s consent withdrawn':
      runtime.setAuthorized(USERS.owner, false);
      return;
    case 'TikTok slow beyond Google’s patience':
      await simulator.control('latency', { ms: 61_000 });
      return;
    case 'spreadsheet filled up': {
      const file = runtime.document(document);
      if (file.tabs.some(({ name }) => name === BALLAST)) return;
      const tab = file.addTab(BALLAST);
      // Room for about one more tab of 26,000 cells, or not quite.
      const left = 10_000_000 - file.cellCount - 20_000 - (runtime.clock.now() % 9) * 2000;
      tab.insertRows(tab.maxRows + 1, Math.floor(left / tab.maxColumns));
      return;
    }
    default:
      for (const user of Object.values(USERS))
        runtime.useUp(user, blow.replace(' used up', '') as Parameters<typeof runtime.useUp>[1]);
  }
}

async function takeStep(play: Play, { after, blow, deed, mishap }: Step): Promise<void> {
  const { office } = play.scene;
  office.runtime.clock.advance(after * 60_000);
  if (blow) await befall(play, blow);
  if (deed.action === 'connect') await consent(play.scene, deed.actor, play.executions);
  else perform(play, deed, optionsFor(play, mishap));
}

/** From a snapshot through all of a plan; afterwards the sun shines, and what was struck still lies there. */
export async function playOut(play: Play, snapshot: string, plan: Plan): Promise<void> {
  const { scene } = play;
  const { office } = scene;
  const { simulator, runtime } = office;
  runtime.restore(snapshot);
  await Promise.all([
    simulator.control('recall', {}),
    simulator.control('latency', { ms: plan.latencyMs }),
    simulator.control('faults', { clear: true, add: plan.weather }),
  ]);
  for (const step of plan.steps) await takeStep(play, step);
  await Promise.all([
    simulator.control('faults', { clear: true }),
    simulator.control('latency', { ms: 500 }),
  ]);
}

export const removeBallast = ({ office }: Scene): boolean => {
  const tab = office.runtime.document(office.document).tabs.find(({ name }) => name === BALLAST);
  tab?.delete();
  return tab !== undefined;
};

// The campaign: one run for each seed, compared with a run that nothing disturbed.
import type { Execution, RuntimeOptions } from '../../dev/runtime/types';
import type { FieldInfo } from '../../src/shared/field';
import { type Outcome, outcomeOf } from './outcome';
import { type Plan, planOf, told } from './plan';
import { openPlay, playOut } from './play';
import { privateFinder, readable, tokensOf } from './private';
import { recover } from './recover';
import { BEFORE, type Lists, openScene, type Scene, sceneWith } from './scene';
import { BEGINS, TEMPERS } from './tempers';
import { wrongIn } from './witness';

export interface Campaign {
  readonly scene: Scene;
  readonly fields: readonly FieldInfo[];
  /** Both users connected and nothing loaded; both reports written three days ago. */
  readonly snapshots: Record<'connected' | 'loaded', string>;
  readonly undisturbed: Outcome;
  readonly finder: ReturnType<typeof privateFinder>;
}

type Begin = keyof Campaign['snapshots'];

const CALM: Plan = { seed: 'calm', latencyMs: 500, weather: [], steps: [] };

export async function openCampaign(lists: Lists = 'orders'): Promise<Campaign> {
  const scene = await openScene(lists);
  const { fields } = scene.office.call('catalogue', null);
  const snapshots = snapshotsOf(scene);
  const play = openPlay(scene);
  await playOut(play, snapshots.connected, CALM);
  await recover(play);
  const undisturbed = outcomeOf(scene, fields).outcome;
  return { scene, fields, snapshots, undisturbed, finder: privateFinder(scene) };
}

/** Another build of the add-on, to be measured by what the good one did. */
export async function campaignWith(good: Campaign, files: RuntimeOptions['files']): Promise<Campaign> {
  const scene = await sceneWith(good.scene, files);
  return { ...good, scene, snapshots: snapshotsOf(scene) };
}

function snapshotsOf({ office, reports }: Scene): Campaign['snapshots'] {
  const { runtime } = office;
  const at = runtime.snapshot();
  for (const report of Object.values(reports)) office.run(report);
  runtime.clock.advance(BEFORE);
  const loaded = runtime.snapshot();
  runtime.restore(at);
  runtime.clock.advance(BEFORE);
  return { connected: runtime.snapshot(), loaded };
}

/** What a run led to, and what was wrong on the way. */
export async function campaignRun(
  { scene, fields, snapshots, finder }: Campaign,
  begin: Begin,
  plan: Plan,
): Promise<{ outcome: Outcome; wrong: string[]; executions: readonly Execution[] }> {
  const play = openPlay(scene);
  const tokens = new Set<string>();
  const remember = () => {
    for (const token of tokensOf(scene.office)) tokens.add(token);
  };
  await playOut(play, snapshots[begin], plan);
  remember();
  await recover(play);
  remember();
  const { outcome, text } = outcomeOf(scene, fields);
  const find = finder([...tokens]);
  const wrong = play.executions.flatMap(wrongIn);
  if (!mayLoseTokens(plan) && play.executions.some(tellsOfAnEnd)) wrong.push('a token was lost');
  for (const [where, seen] of [...readable(scene.office, play.executions), ['answers', text] as const])
    for (const needle of find(seen)) wrong.push(`${where} tells ${needle}`);
  return { outcome, wrong, executions: play.executions };
}

/** A renewed token is lost where its answer does not arrive or what arrived can't be stored; then the shop is connected anew. */
const mayLoseTokens = ({ weather, steps }: Plan): boolean =>
  weather.some(({ kind }) => /^(cut-json|wrong-json|no-data)$/.test(kind)) ||
  steps.some(({ blow, mishap }) => blow !== undefined || (mishap && mishap.what !== 'meanwhile'));

const tellsOfAnEnd = ({ value, alerts }: Execution): boolean =>
  /"code":"authorization_ended"/.test(String(value)) || /has ended/.test(JSON.stringify(alerts));

/** Fails with the plan in words and the first difference, so that a seed can be played alone. */
export async function expectSeed(
  campaign: Campaign,
  temper: keyof typeof TEMPERS,
  seed: number,
): Promise<void> {
  const plan = planOf(`${temper} ${seed}`, TEMPERS[temper]);
  try {
    const { outcome, wrong } = await campaignRun(campaign, BEGINS[temper], plan);
    expect(wrong).toEqual([]);
    // Piece by piece: the report of a difference in all of it would be as long as a book.
    for (const [name, piece] of Object.entries(outcome))
      expect({ [name]: piece }).toEqual({ [name]: campaign.undisturbed[name as keyof Outcome] });
  } catch (error) {
    throw new Error(`${told(plan)}\n${error instanceof Error ? error.stack?.slice(0, 3000) : String(error)}`);
  }
}

/** Those of every run; CAMPAIGN_SEEDS=first..last plays others. */
export const SEEDS = ((text = '1..60') => {
  const [first = 1, last = first] = text.split('..').map(Number);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
})(process.env['CAMPAIGN_SEEDS']);

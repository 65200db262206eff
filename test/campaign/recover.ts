// After the faults: the user does what the problems shown say, and nothing else.
import type { Api, CallName, Reply, Run } from '../../src/shared/api';
import type { Problem } from '../../src/shared/problem';
import { MINUTE } from '../whole-path/office';
import { call, type Play, removeBallast } from './play';
import { consent, FIRST_DAY, USERS } from './scene';

const PATIENCE = 12;

/** Does what a problem’s next step says; throws where it says nothing that a user can do. */
async function follow({ scene, executions }: Play, found: Problem): Promise<void> {
  const { runtime } = scene.office;
  const helpless = () => new Error(`what now? ${found.code}: ${found.text} ${found.next}`);
  switch (found.class) {
    case 'retry':
    case 'slow_down':
      runtime.clock.advance(MINUTE);
      return;
    case 'reauthorize':
      if (/^(google_authorization|schedule_permission)$/.test(found.code))
        runtime.setAuthorized(USERS.owner, true);
      else if (!(await consent(scene, 'owner', executions))) throw helpless();
      return;
    case 'fix_input':
      if (!/^(too_many_cells|spreadsheet_full)$/.test(found.code) || !removeBallast(scene)) throw helpless();
      return;
    default:
      throw helpless();
  }
}

/** Asks until it is answered well, following each problem’s next step. */
async function get<Name extends CallName>(
  play: Play,
  name: Name,
  input: Api[Name]['input'],
): Promise<Api[Name]['output']> {
  for (let turn = 0; turn < PATIENCE; turn++) {
    const reply = call(play, 'owner', name, input) as Reply<Api[Name]['output']>;
    if (reply.ok) return reply.value;
    await follow(play, reply.problem);
  }
  throw new Error(`${name} has no end`);
}

async function finish(play: Play, begun: Run): Promise<void> {
  let run = begun;
  for (let slice = 0; !run.finished; slice++) {
    if (slice > 60) throw new Error('a run without end');
    run = await get(play, 'continueRun', { runId: run.id });
  }
}

/** Brings everything up to date at the end of all days: what was left, the past, both reports. */
export async function recover(play: Play): Promise<void> {
  const { office, end, shop, reports } = play.scene;
  const late = office.runtime.clock.now() - end;
  if (late > 0) throw new Error(`the plan went on ${late} ms beyond the end`);
  office.runtime.clock.advance(-late);
  for (let turn = 0; ; turn++) {
    const { connections, unfinished, schedules } = await get(play, 'overview', null);
    if (turn > PATIENCE) throw new Error('never as it should be');
    const ill = connections.length === 0 || connections.some(({ state }) => state === 'reauthorize');
    if (ill && !(await consent(play.scene, 'owner', play.executions))) throw new Error('could not connect');
    if (schedules?.problem) await follow(play, schedules.problem);
    if (unfinished) await finish(play, unfinished);
    if (!ill && !unfinished && !schedules?.problem) break;
  }
  await get(play, 'startBackfill', { shop, since: FIRST_DAY });
  while (!(await get(play, 'continueBackfill', { shop })).finished);
  const known = (await get(play, 'overview', null)).reports;
  for (const report of Object.values(reports)) {
    const saved = known.find(({ definition }) => definition.name === report.name);
    await finish(play, await get(play, 'startRun', saved ? { reportId: saved.definition.id } : { report }));
  }
  // A tab of somebody who never was in the way is not part of the result.
  removeBallast(play.scene);
}

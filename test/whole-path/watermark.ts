import { HOUR, type Office } from './office';

const SEARCH = '/order/202309/orders/search';

/** What the add-on has asked of order search since the log was last cleared. */
export async function searches(office: Office) {
  const { entries } = await office.simulator.control('log', {});
  return entries.filter(({ path }) => path === SEARCH);
}

/** Up to when the last run has asked for changes, milliseconds: what a dump of that moment holds, the store must hold. */
export async function lastWatermark(office: Office): Promise<number> {
  const bounds = (await searches(office)).map(({ body }) => Number(JSON.parse(body)['update_time_lt'] ?? 0));
  const latest = Math.max(...bounds);
  if (!(Math.abs(latest * 1000 - office.runtime.clock.now()) < HOUR))
    throw new Error('no recent search for changes');
  return latest * 1000 - 1;
}

export async function clearLog(office: Office): Promise<void> {
  await office.simulator.control('log', { clear: true });
}

// Daily quotas: per user, and a day is 24 hours from the first use.
import { ServiceError } from './service-error';
import type { State } from './state';
import type { Quota } from './types';

export type Account = 'consumer' | 'workspace';

/** Calls, recipients or ms a day. */
const dailyQuotas: Record<Account, Record<Quota, number>> = {
  consumer: { urlfetch: 20_000, properties: 50_000, email: 100, 'trigger runtime': 90 * 60_000 },
  workspace: { urlfetch: 100_000, properties: 500_000, email: 1_500, 'trigger runtime': 6 * 60 * 60_000 },
};

function meter(state: State, user: string, quota: Quota): { since: number; used: number } {
  state.quotas[user] ??= {};
  const meters = state.quotas[user];
  const found = meters[quota];
  if (found && state.now - found.since < 86_400_000) return found;
  const fresh = { since: state.now, used: 0 };
  meters[quota] = fresh;
  return fresh;
}

export function quotaLeft(state: State, user: string, account: Account, quota: Quota): number {
  return Math.max(0, dailyQuotas[account][quota] - meter(state, user, quota).used);
}

/** Counts a use without refusing it: run time is only known afterwards. */
export function addUse(state: State, user: string, quota: Quota, amount: number): void {
  meter(state, user, quota).used += amount;
}

/** Counts `amount` uses, or throws Google's words for a used-up day. */
export function spend(state: State, user: string, account: Account, quota: Quota, amount = 1): void {
  if (quotaLeft(state, user, account, quota) < amount)
    throw new ServiceError(`Service invoked too many times for one day: ${quota}.`);
  addUse(state, user, quota, amount);
}

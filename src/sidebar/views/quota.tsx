import type { QuotaInfo } from '../../shared/api';
import { moment } from '../words/moment';
import { Meter } from './meter';
import { Note } from './note';

export const Quota = ({ quota, today }: { quota: QuotaInfo; today: string }) => (
  <section class="part" aria-labelledby="quota-title">
    <h2 id="quota-title" class="section-title">
      Google’s quotas today
    </h2>
    <Used what="Requests" unit="" {...quota.calls} />
    <Used what="Time for schedules" unit=" minutes" {...quota.triggerMinutes} />
    {quota.restsUntil && (
      <Note tone="warn">A quota is used up. Schedules rest until {moment(quota.restsUntil, today)}.</Note>
    )}
    <p class="quiet small">
      As far as this add-on has counted, in all your files. The limits are those of a personal account; Google
      Workspace allows more.
    </p>
  </section>
);

function Used({ what, unit, used, limit }: { what: string; unit: string; used: number; limit: number }) {
  const amount = `${used.toLocaleString('en-US')} of ${limit.toLocaleString('en-US')}${unit}`;
  return (
    <div>
      <p class="pair-line small">
        <span>{what}</span>
        <span class="quiet">{amount}</span>
      </p>
      <Meter name={`${what}: ${amount}`} value={used} max={limit} />
    </div>
  );
}

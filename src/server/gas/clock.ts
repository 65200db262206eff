import { ProblemError } from '../../shared/problem';
import type { Clock, Log, Random, Zones } from '../core/ports';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => Utilities.sleep(Math.min(milliseconds, 300_000)),
};

export const zones: Zones = {
  offset(zone, time) {
    let text: string;
    try {
      text = Utilities.formatDate(new Date(time * 1000), zone, 'Z');
    } catch {
      throw new ProblemError('unknown_zone', { zone });
    }
    const match = /^([+-])(\d\d):?(\d\d)$/.exec(text);
    // An unknown zone is silently taken for GMT; only names that mean it may give that.
    if (!match || (/^[+-]00:?00$/.test(text) && !KNOWN_ZONE.test(zone)))
      throw new ProblemError('unknown_zone', { zone });
    const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
    return match[1] === '-' ? -seconds : seconds;
  },
};

const KNOWN_ZONE =
  /^(UTC|GMT|Z|(Etc|Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z0-9_+/-]+)$/;

export const random: Random = {
  id: () => Utilities.getUuid().replace(/-/g, ''),
  next: () => Math.random(),
};

export const log: Log = { info: (text) => console.info(text) };

import { localDay, resolveRange, type TimeRange, timesOf } from '../../src/shared/day';
import { dumpRecords } from '../dump/dump-records';
import type { RecordName } from '../dump/record-kinds';
import { connect } from '../simulator/client';
import type { RunningSimulator } from '../simulator/start';
import { BadInput } from './bad-input';
import type { Request } from './request';

/** The records of each chosen shop, one after another, read by a plain client and not by the add-on. */
export async function* dump(
  request: Request,
  records: RecordName,
  simulator: RunningSimulator | null,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { now, shops } = request;
  const common = { records, now, ...times(request) };
  const client = simulator && (await connect(simulator.url, { now }));
  const simulated = simulator ? (await simulator.control('shops', {})).shops : [];
  for (const shop of shops) {
    if (shop === 'sample') yield* dumpRecords({ ...common, source: 'sample' });
    else if (client)
      yield* dumpRecords({ ...common, source: client, shopIds: [simulated[shop.simulated]!.id] });
  }
}

function times({ range, zone, now }: Request): TimeRange {
  const offset = offsetIn(zone);
  const days = resolveRange(range, localDay(Math.floor(now / 1000), offset));
  if (!days)
    throw new BadInput(
      `--range ${range} is not understood. Write 2026-01-01..2026-01-31, or a preset such as last_30_days.`,
    );
  return timesOf(days, offset);
}

/** Seconds that a zone is ahead of UTC, from the machine's own time zone data. */
function offsetIn(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const parts = Object.fromEntries(
      format.formatToParts(time * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - time;
  };
}

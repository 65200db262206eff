import { dumpRecords } from '../dump/dump-records';
import type { RecordName } from '../dump/record-kinds';
import { connect } from '../simulator/client';
import type { RunningSimulator } from '../simulator/start';
import { timesIn } from './days';
import type { Request } from './request';

/** The records of each chosen shop, one after another, read by a plain client and not by the add-on. */
export async function* dump(
  request: Request,
  records: RecordName,
  simulator: RunningSimulator | null,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { now, shops } = request;
  const common = { records, now, ...timesIn(request) };
  const client = simulator && (await connect(simulator.url, { now }));
  const simulated = simulator ? (await simulator.control('shops', {})).shops : [];
  for (const shop of shops) {
    if (shop === 'sample') yield* dumpRecords({ ...common, source: 'sample' });
    else if (client)
      yield* dumpRecords({ ...common, source: client, shopIds: [simulated[shop.simulated]!.id] });
  }
}

import { type DumpOptions, dumpRecords } from '../../dev/dump/dump-records';
import { breathe } from '../../dev/simulator/start';
import type { Shop } from '../differential/database';

type ShopName = { readonly id: string; readonly name: string; readonly region: string };

/** What the dump tool finds of some shops between two days, as it stood at a moment. */
export async function recordsOf(
  source: DumpOptions['source'],
  shops: readonly ShopName[],
  { first, last, now }: { readonly first: string; readonly last: string; readonly now: number },
): Promise<Shop[]> {
  // A day more on either side: the days of some zones begin earlier or end later than those of UTC.
  const since = Date.parse(`${first}T00:00:00Z`) / 1000 - 86_400;
  const until = Date.parse(`${last}T00:00:00Z`) / 1000 + 2 * 86_400;
  const found: Shop[] = [];
  await breathe();
  for (const { id, name, region } of shops) {
    const records: unknown[] = [];
    const shopIds = source === 'sample' ? {} : { shopIds: [id] };
    for await (const record of dumpRecords({ source, records: 'orders', since, until, now, ...shopIds }))
      records.push(record);
    found.push({ id, name, region, records });
  }
  return found;
}

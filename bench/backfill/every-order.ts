import { decodePartition } from '../../src/server/core/codec';
import { textAt } from '../../src/server/core/dictionary';
import { orderId } from '../../src/server/sample/order';
import type { Shop } from '../../src/server/sample/shop';

/** Throws unless these partitions hold each order of the shop's story once, and no other. */
export function expectEveryOrder(payloads: Iterable<string>, shop: Shop): void {
  const missing = new Set<string>();
  for (let day = shop.firstDay; day < shop.endDay; day++)
    for (let index = 0; index < shop.count(day); index++) missing.add(orderId({ shop, day, index }));
  const told = missing.size;
  let stored = 0;
  for (const payload of payloads) {
    const decoded = decodePartition(payload);
    const ids = decoded?.column('order_id');
    if (!decoded || ids?.kind !== 'text') throw new Error('a partition cannot be read');
    stored += decoded.rows;
    for (let code = 0; code < ids.dictionary.length; code++) missing.delete(textAt(ids.dictionary, code));
  }
  if (missing.size > 0 || stored !== told)
    throw new Error(`${told} orders told, ${stored} stored, ${missing.size} missing`);
}

import type { Client } from '../simulator/client';
import { RECORD_KINDS, type RecordKind, type RecordName } from './record-kinds';
import { clientSource, type Source, sampleSource } from './source';

export type DumpOptions = {
  readonly source: 'sample' | Client | Source;
  readonly records: RecordName;
  /** Unix seconds, half-open. */
  readonly since: number;
  readonly until: number;
  /** Milliseconds: the moment the records are looked at. */
  readonly now: number;
  /** Only these shops; all of the source's if left out. */
  readonly shopIds?: readonly string[];
};

/**
 * The untouched elements of TikTok's list, ids as strings: every record with any top-level time field in the range. It
 * pages one call after another and shares nothing with the add-on's own sync.
 */
export async function* dumpRecords(options: DumpOptions): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { since, until, now, shopIds } = options;
  const kind: RecordKind = RECORD_KINDS[options.records];
  const source = sourceOf(options.source);
  const { shops } = await source('GET', '/authorization/202309/shops', {}, undefined, now);
  for (const shop of shops as { id: string; cipher: string }[]) {
    if (shopIds && !shopIds.includes(shop.id)) continue;
    // No time of a record lies before its creation, so nothing created from `until` on can belong.
    const body = kind.createdIn(Math.max(0, since - kind.reachDays * 86_400), until);
    let token = '';
    do {
      const query = { ...kind.query, shop_cipher: shop.cipher, ...(token ? { page_token: token } : {}) };
      const data = await source(kind.method, kind.path, query, body, now);
      for (const record of (data[kind.list] ?? []) as Record<string, unknown>[]) {
        if (hasTimeIn(record, since, until)) yield record;
      }
      token = String(data['next_page_token'] ?? '');
    } while (token !== '');
  }
}

function sourceOf(source: DumpOptions['source']): Source {
  if (source === 'sample') return sampleSource();
  return typeof source === 'function' ? source : clientSource(source);
}

export function hasTimeIn(record: Readonly<Record<string, unknown>>, since: number, until: number): boolean {
  return Object.entries(record).some(
    ([key, value]) => key.endsWith('_time') && Number(value) >= since && Number(value) < until,
  );
}

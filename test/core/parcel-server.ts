import type { Answer } from '../../src/server/core/reply';
import type { ApiCall } from '../../src/server/core/request';
import type { Transport } from '../../src/server/core/send';
import type { Parcel } from './parcels';

export const refused = (
  code: Extract<Answer, { ok: false }>['code'],
  retryAfterMs: number | null = null,
): Answer => ({ ok: false, code, detail: 'scripted', request: 'r1', retryAfterMs });

/**
 * A list service with the worst that TikTok's may do: its page tokens are offsets into a list that may change while
 * it is paged.
 */
export class ParcelServer implements Transport {
  readonly label = 'the parcels';
  readonly calls: ApiCall[] = [];
  /** How many calls came together, round by round. */
  readonly rounds: number[] = [];
  renewals = 0;

  /** An answer in place of the list, or null. */
  refuse: (round: number, place: number) => Answer | null = () => null;
  /** Changes the world before a call is answered. */
  before: (call: number) => void = () => {};
  /** Order of the list; by the asked-for time where absent. */
  order: ((a: Parcel, b: Parcel) => number) | null = null;
  /** Spoils a page. */
  spoil: (page: Record<string, unknown>, call: ApiCall) => unknown = (page) => page;

  constructor(readonly parcels: Parcel[]) {}

  renew(): void {
    this.renewals++;
  }

  send(calls: readonly ApiCall[]): Answer[] {
    const round = this.rounds.push(calls.length) - 1;
    return calls.map((call, place) => {
      this.before(this.calls.push(call) - 1);
      return this.refuse(round, place) ?? { ok: true, data: this.spoil(this.page(call), call) };
    });
  }

  private page({ query, body }: ApiCall): Record<string, unknown> {
    const bounds: Record<string, unknown> = body === null ? query : JSON.parse(body);
    const inside = (time: number, since: string, until: string) =>
      time >= Number(bounds[since] ?? 0) && time < Number(bounds[until] ?? Number.POSITIVE_INFINITY);
    const field = query['sort_field'] as 'created' | 'updated';
    const found = this.parcels
      .filter(
        ({ created, updated }) =>
          inside(created, 'create_ge', 'create_lt') && inside(updated, 'update_ge', 'update_lt'),
      )
      .sort(this.order ?? ((a, b) => a[field] - b[field] || (a.id < b.id ? -1 : 1)));
    const start = Number(query['page_token']?.slice('offset='.length) ?? 0);
    const end = start + Number(query['page_size']);
    return {
      // Copies: what was answered does not change any more.
      parcels: found.slice(start, end).map((parcel) => ({ ...parcel })),
      next_page_token: end < found.length ? `offset=${end}` : '',
      total_count: found.length,
    };
  }
}

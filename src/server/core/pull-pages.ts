import { type ProblemCode, ProblemError } from '../../shared/problem';
import { at } from './normalise';
import type { Pace } from './pace';
import type { Clock, Random } from './ports';
import type { ApiCall } from './request';
import { sendRound, type Transport } from './send';

/** How a list's pages are asked for and read. */
export interface Paged {
  pageSize: number;
  pageIn?: 'body';
  records: string;
  /** Path of an element's id: of two with one id the later counts. Without it all are kept. */
  elementId?: string;
}

/** A list from all its pages, and the answer that its first page came in. */
export interface WholeList {
  first: unknown;
  elements: unknown[];
}

interface Reading {
  place: number;
  call: ApiCall;
  first: unknown;
  elements: Map<string, unknown>;
  tokens: Set<string>;
  token: string;
  again: number;
}

/** Times a list is read anew when its pages do not add up to the count that TikTok gave. */
const MAX_AGAIN = 2;

const fresh = (place: number, call: ApiCall, again = 0): Reading => ({
  place,
  call,
  first: undefined,
  elements: new Map(),
  tokens: new Set(),
  token: '',
  again,
});

/**
 * Reads lists whole, side by side as the pace allows. A call is the list's, without pages. Null for a list whose refusal
 * `taken` takes as an answer. Throws ProblemError `paging_stuck`, `tiktok_down` and what `sendRound` throws.
 */
export function readLists(
  calls: readonly ApiCall[],
  paged: Paged,
  transport: Transport,
  pace: Pace,
  deps: { clock: Clock; random: Random },
  taken: (code: ProblemCode, place: number) => boolean = () => false,
): (WholeList | null)[] {
  const found: (WholeList | null)[] = calls.map(() => null);
  let open = calls.map((call, place) => fresh(place, call));
  while (open.length > 0) {
    const batch = open.slice(0, pace.width);
    const refused = new Set<number>();
    const answers = sendRound(
      batch.map((reading) => pageOf(reading, paged)),
      transport,
      pace,
      deps,
      (code, i) => taken(code, (batch[i] as Reading).place) && refused.add(i).has(i),
    );
    const done = new Set<Reading>();
    const anew = new Map<Reading, Reading>();
    batch.forEach((reading, i) => {
      const answer = answers[i];
      if (refused.has(i)) done.add(reading);
      else if (answer !== undefined && take(reading, answer, paged)) {
        const total = at(reading.first, 'total_count');
        const short = typeof total === 'number' && reading.elements.size < total;
        // Elements may have moved up while the pages were read: then one is missing.
        if (short && paged.pageSize > 0 && reading.again < MAX_AGAIN)
          anew.set(reading, fresh(reading.place, reading.call, reading.again + 1));
        else {
          done.add(reading);
          found[reading.place] = { first: reading.first, elements: [...reading.elements.values()] };
        }
      }
    });
    open = open.flatMap((reading) => (done.has(reading) ? [] : [anew.get(reading) ?? reading]));
  }
  return found;
}

/**
 * Reads a list whole that may be too long for one search: then by halves of a time, as often as needed, down to a second.
 * `callFor` makes the call of a part, or of the whole (null). Throws what `readLists` throws.
 */
export function readCut(
  callFor: (part: [since: number, until: number] | null) => ApiCall,
  whole: readonly [since: number, until: number],
  ...how: [paged: Paged, transport: Transport, pace: Pace, deps: { clock: Clock; random: Random }]
): unknown[] {
  const found: unknown[] = [];
  let parts: ([number, number] | null)[] = [null];
  while (parts.length > 0) {
    const lists = readLists(parts.map(callFor), ...how, (code, i) => {
      const [since, until] = parts[i] ?? whole;
      return code === 'too_many_results' && until - since > 1;
    });
    parts = parts.flatMap((part, i) => {
      const list = lists[i];
      if (list) {
        found.push(...list.elements);
        return [];
      }
      const [since, until] = part ?? whole;
      const middle = since + Math.ceil((until - since) / 2);
      return [
        [middle, until],
        [since, middle],
      ] as [number, number][];
    });
  }
  return found;
}

function pageOf({ call, token }: Reading, { pageSize, pageIn }: Paged): ApiCall {
  if (pageSize === 0) return call;
  const page = { page_size: pageSize, ...(token === '' ? {} : { page_token: token }) };
  if (pageIn === 'body') {
    const body = JSON.stringify({ ...(JSON.parse(call.body ?? '{}') as object), ...page });
    return { ...call, body };
  }
  return { ...call, query: { ...call.query, ...page, page_size: String(pageSize) } };
}

/** Takes a page in; true when it was the last one. */
function take(reading: Reading, answer: unknown, { pageSize, records, elementId }: Paged): boolean {
  // An empty answer may lack the list; anything else in its place is no answer to build on.
  const found = at(answer, records) ?? [];
  if (typeof found !== 'object') throw new ProblemError('tiktok_down', { detail: `${records} is no list` });
  const list: unknown[] = Array.isArray(found) ? found : [found];
  reading.first ??= answer;
  for (const element of list) {
    const id = elementId === undefined ? undefined : at(element, elementId);
    reading.elements.set(id === undefined ? `#${reading.elements.size}` : String(id), element);
  }
  const next = at(answer, 'next_page_token');
  if (pageSize === 0 || typeof next !== 'string' || next === '') return true;
  if (reading.tokens.has(next)) throw new ProblemError('paging_stuck', { what: records });
  reading.tokens.add(next);
  reading.token = next;
  return false;
}

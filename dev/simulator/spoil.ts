import type { FaultKind } from './faults';
import { GATEWAY } from './gateway-refusals';
import { html, json, type Reply } from './reply';

/** The reply that comes instead of an answer; undefined for faults that need a good answer to spoil. */
export function insteadOf(kind: FaultKind): Reply | undefined {
  switch (kind) {
    case 'too-many-requests':
      return json(bare(GATEWAY.tooMany), 429);
    case 'internal-error':
      return json(bare(GATEWAY.internal), 500);
    case 'gateway-timeout':
      return json(bare(GATEWAY.timeout), 504);
    case 'html-502':
      return html('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', 502);
    case 'timeout':
      return { status: 0, body: '', hangUp: true };
    default:
      return undefined;
  }
}

const bare = ({ code, message }: { code: number; message: string }) => ({ code, message, data: null });

/** A good answer after the fault. Row faults hit the first list in `data`. */
export function spoil(kind: FaultKind, reply: Reply, pageToken: string | undefined): Reply {
  if (kind === 'cut-json')
    return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.6)) };
  if (kind === 'wrong-json') return { ...reply, body: '[]' };
  const answer = JSON.parse(reply.body) as { data?: Record<string, unknown> | null };
  if (!answer.data) return reply;
  const { data } = answer;
  const list = Object.keys(data).find((key) => Array.isArray(data[key]));
  const rows = list === undefined ? [] : (data[list] as unknown[]);
  const middle = Math.floor(rows.length / 2);
  if (kind === 'no-data') delete answer.data;
  if (kind === 'no-list' && list !== undefined) delete data[list];
  if (kind === 'repeat-page-token' && pageToken) data['next_page_token'] = pageToken;
  if (kind === 'skip-row') rows.splice(middle, 1);
  if (kind === 'duplicate-row' && rows.length > 0) rows.splice(middle, 0, rows[middle]);
  return { ...reply, body: JSON.stringify(answer) };
}

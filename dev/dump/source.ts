import { answer } from '../../src/server/sample/answer';
import { type Story, sampleStory } from '../../src/server/sample/story';
import type { Client } from '../simulator/client';
import { parseKeepingIds } from '../simulator/parse-keeping-ids';

/** Where records come from: `data` of one call, ids as strings; anything but success throws. */
export type Source = (
  method: 'GET' | 'POST',
  path: string,
  query: Record<string, string>,
  body: unknown,
  now: number,
) => Promise<Record<string, unknown>>;

export const sampleSource = (): Source => storySource(sampleStory());

/** A story told in this process, without HTTP. */
export const storySource =
  (story: Story): Source =>
  async (method, path, query, body, now) => {
    const reply = answer(story, { method, path, query, body, now });
    const { code, data } = parseKeepingIds(reply.body) as { code: number; data: Record<string, unknown> };
    if (code !== 0) throw new Error(`${method} ${path}: ${reply.body}`);
    return data;
  };

export const clientSource =
  (client: Client): Source =>
  (method, path, query, body, now) => {
    // Latency may have carried the client's clock beyond the moment of the dump; it never runs backwards.
    client.time.now = Math.max(client.time.now, now);
    return client.data(method, path, query, body);
  };

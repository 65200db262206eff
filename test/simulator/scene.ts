import fc from 'fast-check';
import type { Story } from '../../src/server/sample/story';
import { storyOf } from '../../src/server/sample/story-of';
import { HOUR } from './shops-under-test';

const MARKETS = ['US', 'GB', 'ID', 'VN', 'DE', 'MY', 'TH', 'JP'];

/** A story and one of its shops at a moment, all arbitrary. */
export const scene = fc
  .record({
    seed: fc.string({ minLength: 1, maxLength: 6 }),
    market: fc.constantFrom(...MARKETS),
    hours: fc.integer({ min: 24, max: 24 * 140 }),
  })
  .map(({ seed, market, hours }) => {
    const story = storyOf({ seed, shops: [market], orders: 300, since: '2026-01-01', until: '2026-04-15' });
    return { story, shop: story.shops[0]!, now: Date.UTC(2026, 0, 1) + hours * HOUR };
  });
export const holds = (
  check: (given: { story: Story; shop: Story['shops'][number]; now: number }) => void,
  numRuns = 12,
) => fc.assert(fc.property(scene, check), { numRuns });

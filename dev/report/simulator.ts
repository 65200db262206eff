import { type RunningSimulator, startSimulator } from '../simulator/start';
import type { Request } from './request';

/** The days of the simulator's story: fixed, so that an answer does not depend on the day on which it is asked for. */
const STORY = { since: '2026-01-01', until: '2026-12-01' };

export const needsSimulator = ({ shops }: Request): boolean => shops.some((shop) => shop !== 'sample');

export const simulatorFor = ({ simulator, now }: Request): Promise<RunningSimulator> =>
  startSimulator({ story: { ...simulator, ...STORY }, now });

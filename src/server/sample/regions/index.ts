import { ID, JP, MY, TH, VN } from './asia';
import { DE, GB } from './europe';
import { US } from './us';

/** Every market the story can play in, in the order a story with several shops takes them. */
export const REGIONS = [US, GB, ID, VN, DE, MY, TH, JP] as const;

import type { SampleShop } from '../core/ports';
import { late } from './late';

/** The sample shop's model, which the build puts into Sample.html: only the sample shop's own runs need it. */
const loaded = late<SampleShop>('Sample');

export const sample: SampleShop = (call) => loaded()(call);

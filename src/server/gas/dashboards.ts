import type { Dashboards } from '../core/ports';
import { late } from './late';

/** Dashboards, which the build puts into Dashboards.html. */
export const dashboards: () => Dashboards = late('Dashboards');

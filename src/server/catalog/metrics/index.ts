import type { Metric } from '../../core/metric';
import { titled } from '../../core/stream';
import { orderMetrics } from './orders';
import { productMetrics } from './products';
import { shopPerformanceMetrics } from './shop-performance';

/** Every metric, in the order of the pickers. */
export const METRICS: Readonly<Record<string, Metric>> = {
  ...orderMetrics,
  ...shopPerformanceMetrics,
  ...productMetrics,
};

// Labels that follow from the id are left out by the build.
for (const [id, metric] of Object.entries(METRICS)) metric.label ||= titled(id);

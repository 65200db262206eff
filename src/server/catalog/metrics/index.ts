import type { Metric } from '../../core/metric';
import { analyticsMetrics, reconciliationMetrics } from './analytics';
import { orderMetrics } from './orders';
import { shopPerformanceMetrics } from './shop-performance';

/** Every metric, in the order of the pickers. */
export const METRICS: Readonly<Record<string, Metric>> = {
  ...orderMetrics,
  ...shopPerformanceMetrics,
  ...analyticsMetrics,
  ...reconciliationMetrics,
};

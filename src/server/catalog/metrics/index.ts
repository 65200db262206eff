import type { Metric } from '../../core/metric';
import { analyticsMetrics, reconciliationMetrics } from './analytics';
import { orderMetrics } from './orders';

/** Every metric, in the order of the pickers. */
export const METRICS: Readonly<Record<string, Metric>> = {
  ...orderMetrics,
  ...analyticsMetrics,
  ...reconciliationMetrics,
};

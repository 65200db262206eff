import type { Metric } from '../../core/metric';
import { labelled } from '../labelled';
import { affiliateMetrics } from './affiliate';
import { financeMetrics } from './finance';
import { fulfilmentMetrics } from './fulfilment';
import { orderMetrics } from './orders';
import { productMetrics } from './products';
import { returnMetrics } from './returns';
import { shopPerformanceMetrics } from './shop-performance';

/** Every metric, in the order of the pickers. */
export const METRICS: Readonly<Record<string, Metric>> = labelled<Metric>({
  ...orderMetrics,
  ...returnMetrics,
  ...fulfilmentMetrics,
  ...affiliateMetrics,
  ...shopPerformanceMetrics,
  ...productMetrics,
  ...financeMetrics,
});

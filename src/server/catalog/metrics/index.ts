import type { Metric } from '../../core/metric';
import { labelled } from '../labelled';
import { affiliateMetrics } from './affiliate';
import { analyticsMetrics, reconciliationMetrics } from './analytics';
import { financeMetrics } from './finance';
import { fulfilmentMetrics } from './fulfilment';
import { orderMetrics } from './orders';
import { productMetrics } from './products';
import { returnMetrics } from './returns';

/** Every metric, in the order of the pickers. */
export const METRICS: Readonly<Record<string, Metric>> = labelled<Metric>({
  ...orderMetrics,
  ...returnMetrics,
  ...fulfilmentMetrics,
  ...affiliateMetrics,
  ...productMetrics,
  ...analyticsMetrics,
  ...reconciliationMetrics,
  ...financeMetrics,
});

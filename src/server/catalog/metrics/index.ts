import type { Metric } from '../../core/metric';
import { labelled } from '../labelled';
import { affiliateMetrics } from './affiliate';
import { analyticsMetrics, reconciliationMetrics } from './analytics';
import { financeMetrics } from './finance';
import { fulfilmentMetrics } from './fulfilment';
import { orderMetrics } from './orders';
import { productMetrics } from './products';
import { returnMetrics } from './returns';

/** In the order of the pickers. No id stands in two of them. */
export const METRIC_FILES: readonly Readonly<Record<string, Metric>>[] = [
  orderMetrics,
  returnMetrics,
  fulfilmentMetrics,
  affiliateMetrics,
  productMetrics,
  analyticsMetrics,
  reconciliationMetrics,
  financeMetrics,
];

/** Every metric. */
export const METRICS = labelled<Metric>(Object.assign({}, ...METRIC_FILES));

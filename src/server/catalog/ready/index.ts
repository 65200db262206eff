import type { ReadyReport } from '../../../shared/report';
import { analyticsReports } from './analytics';
import { orderReports } from './orders';

/** Every ready-made report, in the order of the list. */
export const READY: readonly ReadyReport[] = [...orderReports, ...analyticsReports];

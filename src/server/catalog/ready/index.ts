import type { ReadyReport } from '../../../shared/report';
import { analyses } from './analyses';
import { orderReports } from './orders';

/** Every ready-made report, in the order of the list. */
export const READY: readonly ReadyReport[] = [...orderReports, ...analyses];

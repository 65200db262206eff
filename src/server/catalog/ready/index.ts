import type { ReadyReport } from '../../../shared/report';
import { orderReports } from './orders';
import { productReports } from './products';

/** Every ready-made report, in the order of the list. */
export const READY: readonly ReadyReport[] = [...orderReports, ...productReports];

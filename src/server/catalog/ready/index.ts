import type { ReadyReport } from '../../../shared/report';
import { analyses } from './analyses';
import { analyticsReports } from './analytics';
import { financeReports } from './finance';
import { orderReports } from './orders';
import { productReports } from './products';
import { returnReports } from './returns';

/** All of them as text, which the build moves out of the code. */
export const readyText = (): string => JSON.stringify(READY);

/** Every ready-made report, in the order of the list. */
export const READY: readonly ReadyReport[] = [
  ...orderReports,
  ...returnReports,
  ...productReports,
  ...financeReports,
  ...analyticsReports,
  ...analyses,
];

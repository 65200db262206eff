/** Entry of the views that load late: all but those that a user may see first. */
import type { ComponentChildren } from 'preact';
import type { Send } from '../state/event';
import type { Page, State } from '../state/state';
import { ActivityView } from './activity';
import { BackfillView } from './backfill';
import { BuildView } from './build';
import { ConnectView } from './connect';
import { DashboardsView } from './dashboards';
import { MoreView } from './more';
import { ScheduleView } from './schedule';
import { ShopsView } from './shops';
import { StorageView } from './storage';
import { TransferView } from './transfer';
import { UpkeepView } from './upkeep';

export const views = {
  activity: ActivityView,
  backfill: BackfillView,
  build: BuildView,
  connect: ConnectView,
  dashboards: DashboardsView,
  more: MoreView,
  schedule: ScheduleView,
  shops: ShopsView,
  storage: StorageView,
  transfer: TransferView,
  upkeep: UpkeepView,
};

export type LateViews = {
  readonly [At in keyof typeof views]: (props: {
    state: State;
    page: Extract<Page, { at: At }>;
    send: Send;
  }) => ComponentChildren;
};

/** What is wrong with the file just now: the worst alone, since it has the next step. */
import type { Problem } from '../../shared/problem';
import type { State } from './state';

export const ailmentOf = ({ overview, statuses }: State): Problem | null =>
  overview?.schedules?.problem ?? statuses.find(({ problem }) => problem)?.problem ?? null;

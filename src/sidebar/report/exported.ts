/** Reports as text for another file: without the ids and tabs, which belong to this one. */
import type { SavedReport } from '../../shared/api';

export const exported = (reports: readonly SavedReport[]): string =>
  JSON.stringify(
    reports.map(({ definition: { id: _, target: __, ...report } }) => report),
    null,
    2,
  );

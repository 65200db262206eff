import { streams } from '../streams';

/** How far back each stream is told and how soon, as JSON, which the build keeps beside the longer texts. */
export const sourcesText = (): string =>
  JSON.stringify(
    Object.values(streams).map(({ id, label, history, freshness }) => ({ id, label, history, freshness })),
  );

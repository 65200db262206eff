import { inWords } from '../core/stream';

/** The label of what has none of its own is its id in words: the build leaves out those that are. */
export const labelled = <Entry extends { label: string }>(
  entries: Readonly<Record<string, Entry>>,
): Record<string, Entry> =>
  Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [id, { ...entry, label: entry.label || inWords(id) }]),
  );

/** What the build puts a sentence under that it moved out of the code. */
export const wordsKey = (id: string, what: 'metric' | 'dimension' | 'formula'): string => `~${id} ${what}`;

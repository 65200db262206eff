import { ProblemError } from '../../shared/problem';
import { inWords } from './layout';
import { type PartitionInfo, type PartitionKey, UNREADABLE } from './ports';

/** Stream under which the text of a damaged partition is kept: no report reads it, nothing overwrites it. */
export const asideOf = (stream: string): string => `${stream} damaged`;
export const isAside = ({ stream }: PartitionKey): boolean => stream.endsWith(' damaged');

/** Partitions that are stored but can't be read, also not on a second look. Whoever may write sets them aside. */
export class DamagedPartitions extends ProblemError {
  constructor(readonly keys: readonly PartitionKey[]) {
    const what = keys.map(
      ({ shop, stream, partition }) => `${stream} of shop ${shop}, ${inWords(partition)}`,
    );
    super('store_damaged', { what: what.join('; ') });
  }
}

export const isUnreadable = ({ schema }: PartitionInfo): boolean => schema === UNREADABLE;

import { day, internal, time } from './field';

/** What streams of lists that are read whole have in common: of a day each, or of day 0 where only the latest is kept. */
export const ofDay = <const Day extends string, const Read extends string>(
  parentKey: Day,
  versionField: Read,
) =>
  ({
    parentKey,
    createdPath: 'day',
    updatedPath: 'readAt',
    versionField,
    ageField: parentKey,
    schema: 1,
  }) as const;

/** The day of a copy. */
export const copyDay = (label: string) =>
  day('^.day', label, 'Day on which it was read: TikTok tells only what is so now.');

/** What only the store needs of a list of which the latest is kept. */
export const latest = internal(day('^.day', 'Day', 'None: the list as it is now.'));
export const readTime = internal(time('^.readAt', 'Read Time', 'When TikTok was asked.'));

export const KEPT_DAILY =
  'TikTok tells only what is so now; a copy is kept of each day on which it is read, in place of the earlier one of that day.';
export const AS_IT_IS = 'As it is now.';
export const AT_ONCE = 'At once.';
export const NO_BUYERS = 'Nothing about buyers.';
export const ALL_MARKETS = 'All markets.';

/** What is asked record by record. */
export const recordByRecord = {
  kind: 'each',
  method: 'GET',
  pageSize: 0,
  records: '',
  idPath: 'of',
} as const;

/** What streams of answers about one record each have in common. */
export const ofRecord = {
  createdPath: 'created',
  updatedPath: 'version',
  versionField: 'record_version',
  schema: 1,
} as const;
/** What only the store needs of such a record; of its elements where it is their parent. */
export const recordTimes = (parent: '' | '^.' = '') => ({
  record_created: internal(time(`${parent}created`, 'Created', 'When the record was created.')),
  record_version: internal(time(`${parent}version`, 'Version', 'Its last change when it was read.')),
});

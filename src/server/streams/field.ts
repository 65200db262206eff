import type { StreamField } from '../core/stream';

/** Short forms for the field lists of streams: path in the record, label, what it is. */
const make =
  (type: StreamField['type']) =>
  (path: string, label: string, about: string): StreamField => ({ path, type, label, about });

export const id = make('id');
export const text = make('text');
export const time = make('time');
/** A calendar day of the shop, as "2026-01-31". */
export const day = make('day');
export const integer = make('integer');
export const flag = make('boolean');
export const decimal = make('decimal');
/** A number of the row that adds up or stands for itself, never a thing to split by. */
export const quantity = (...of: Parameters<typeof integer>): StreamField => ({
  ...integer(...of),
  measure: true,
});
/** A number of people of the row: they may be in several, so only a mean stands for more than one. */
export const people = (...of: Parameters<typeof integer>): StreamField => ({
  ...integer(...of),
  measure: 'average',
});
export const rate = (...of: Parameters<typeof decimal>): StreamField => ({
  ...decimal(...of),
  measure: true,
});
/** What only the store needs. */
export const internal = (field: StreamField): StreamField => ({ ...field, internal: true });
export const money = make('money');
/** Text of which only a salted hash is stored. */
export const hash = make('hash');

/** A value that one path cannot name. */
export const picked = (field: StreamField, pick: NonNullable<StreamField['pick']>): StreamField => ({
  ...field,
  pick,
});

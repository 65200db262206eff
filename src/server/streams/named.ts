import type { StreamField } from '../core/stream';

/** Fields told by what they are about; `defineStream` gives them the path and the label that they leave open. */
const make =
  (type: StreamField['type']) =>
  (about: string, path = '', label = ''): StreamField => ({ path, type, label, about });

export const id = make('id');
export const text = make('text');
export const time = make('time');
export const flag = make('boolean');
export const decimal = make('decimal');
export const money = make('money');
/** A number of the row that adds up, never a thing to split by. */
export const quantity = (...of: Parameters<typeof id>): StreamField => ({
  ...make('integer')(...of),
  measure: true,
});

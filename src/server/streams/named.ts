import { inWords, type StreamField } from '../core/stream';

/** Fields told by what they are about: their path is their own id unless one is given, their label the id in words. */
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

/** Gives each field the path and label that it leaves open. */
export const named = <const Fields extends Record<string, StreamField>>(fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([id, field]) => [
      id,
      { ...field, path: field.path || id, label: field.label || inWords(id) },
    ]),
  ) as Fields;

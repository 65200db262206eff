import type { FormulaCells } from '../core/ports';
import { late } from './late';

/** Cells with formulas, which the build puts into Cells.html. */
const loaded = late<FormulaCells>('Cells');

export const formulaCells: FormulaCells = {
  find: (word, match) => loaded().find(word, match),
  current: (rows, columns) => loaded().current(rows, columns),
  makeVersion: (text) => loaded().makeVersion(text),
  settle: () => loaded().settle(),
};

import { lookupCost } from '../costs';
import { handle } from '../execution-context';
import { type Method, type Run, read, service, write } from '../method';
import { ServiceError } from '../service-error';
import { type RangeKey, rangeHandle, type TabKey, tabOf } from './receiver';

const writes = (run: Run): Method => ({ ...write(run, 200), needs: 'write document' });

const getFilter = read(
  (context, { document, tab }: TabKey) =>
    tabOf(context, { document, tab }).filter ? handle('Filter', { document, tab }) : null,
  lookupCost,
);

export const filterMethodsOfSheet = service('read document', { getFilter });

export const filterMethodsOfRange = service('read document', {
  getFilter,
  createFilter: writes((context, key: RangeKey) => {
    const tab = tabOf(context, key);
    if (tab.filter) throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    const { document, row, column, rows, columns } = key;
    tab.filter = { row, column, rows, columns };
    return handle('Filter', { document, tab: tab.id });
  }),
});

const filter = service('read document', {
  getRange: read((context, key: TabKey) => {
    const tab = tabOf(context, key);
    if (!tab.filter) throw new ServiceError('The filter was removed.');
    return rangeHandle(key.document, tab, tab.filter);
  }, lookupCost),
  remove: writes((context, key: TabKey) => {
    tabOf(context, key).filter = null;
  }),
});

export const filterServices = { Filter: filter };

import { lookupCost } from '../costs';
import type { ExecutionContext } from '../execution-context';
import { handle } from '../execution-context';
import { type Method, pure, type Run, read, service, write } from '../method';
import { ServiceError } from '../service-error';
import { documentOf, type RangeKey, rangeHandle, tabOf } from './receiver';

interface Key {
  document: string;
}
interface NamedKey extends Key {
  name: string;
}

const writes = (run: Run): Method => ({ ...write(run, 200), needs: 'write document' });

function rangeOf(context: ExecutionContext, key: Key, name: string) {
  const found = documentOf(context, key).namedRanges.find((range) => range.name === name);
  return found ? rangeHandle(key.document, tabOf(context, { ...key, tab: found.tab }), found.area) : null;
}

function remove(context: ExecutionContext, key: Key, name: string): void {
  const document = documentOf(context, key);
  document.namedRanges = document.namedRanges.filter((range) => range.name !== name);
}

export const namedRangeMethods = service('read document', {
  getRangeByName: read((context, key: Key, name: string) => rangeOf(context, key, name), lookupCost),
  getNamedRanges: read(
    (context, key: Key) =>
      documentOf(context, key).namedRanges.map(({ name }) => handle('NamedRange', { ...key, name })),
    lookupCost,
  ),
  setNamedRange: writes((context, key: Key, name: string, range: { $key: RangeKey }) => {
    if (!/^[A-Za-z_][\w.]{0,249}$/.test(name)) throw new ServiceError(`Invalid name for a range: ${name}`);
    remove(context, key, name);
    const { tab, row, column, rows, columns } = range.$key;
    documentOf(context, key).namedRanges.push({ name, tab, area: { row, column, rows, columns } });
  }),
  removeNamedRange: writes((context, key: Key, name: string) => {
    if (!rangeOf(context, key, name)) throw new ServiceError(`Named range ${name} not found`);
    remove(context, key, name);
  }),
});

const namedRange = service('read document', {
  getName: pure((_, key: NamedKey) => key.name),
  getRange: read((context, key: NamedKey) => rangeOf(context, key, key.name), lookupCost),
  remove: writes((context, key: NamedKey) => remove(context, key, key.name)),
});

export const namedRangeServices = { NamedRange: namedRange };

import { fieldInfos } from '../../src/server/catalog';
import { READY } from '../../src/server/catalog/ready';
import type { ReadyReport } from '../../src/shared/report';
import { BadInput } from './bad-input';

/** Every metric, dimension and ready-made report, a line each: kind, id or name, group, what it is. */
export function catalogueList(): string {
  const fields = fieldInfos().map(({ kind, id, group, about }) => [kind, id, group, about]);
  const reports = READY.map(({ name, group, about }) => ['report', name, group, about]);
  return [...fields, ...reports].map((line) => `${line.join('\t')}\n`).join('');
}

/** The ready-made report of a name or id, whatever the case. Throws BadInput. */
export function readyReport(wanted: string): ReadyReport {
  const found = READY.find(({ id, name }) => [id, name.toLowerCase()].includes(wanted.toLowerCase()));
  if (!found)
    throw new BadInput(`--report ${wanted}: there is no such ready-made report; --list prints them all.`);
  return found;
}

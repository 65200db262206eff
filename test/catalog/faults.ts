import {
  addsUp,
  type Catalog,
  type Dimension,
  isMade,
  type Metric,
  partsOf,
} from '../../src/server/core/metric';
import { timeHome } from '../../src/server/core/relations';
import type { Stream, StreamField } from '../../src/server/core/stream';

const TEXTS: readonly string[] = ['id', 'text', 'hash'];
const NUMBERS: readonly string[] = ['money', 'decimal', 'integer'];

/** Everything in a catalogue that names something which is not there, or which is of another kind. */
export function faultsOf(catalog: Catalog): string[] {
  const found: string[] = [];
  const fieldOf = (stream: string, id: string): StreamField | undefined =>
    (catalog.streams[stream] as Stream | undefined)?.fields[id];
  const expectField = (who: string, stream: string, id: string, types?: readonly string[]): void => {
    const field = fieldOf(stream, id);
    if (!field) found.push(`${who}: there is no field ${stream}.${id}`);
    else if (types && !types.includes(field.type))
      found.push(`${who}: ${stream}.${id} is ${field.type}, not ${types.join(' or ')}`);
  };
  const expectWords = (who: string, { label, group, about }: Metric | Dimension): void => {
    for (const [name, text] of Object.entries({ label, group, about }))
      if (text.trim() === '') found.push(`${who}: no ${name}`);
  };
  /** A time may be the stream's own, that of what its rows belong to, or worked out. */
  const expectTime = (who: string, stream: string, id: string): void => {
    const home = timeHome(catalog, stream, id);
    const isWorkedOut = home !== null && catalog.derived[id]?.stream === home.stream;
    if (!home || (!isWorkedOut && !['time', 'day'].includes(fieldOf(home.stream, id)?.type ?? '')))
      found.push(`${who}: ${stream} has no time ${id}`);
  };

  for (const [id, metric] of Object.entries(catalog.metrics)) {
    expectWords(id, metric);
    if (metric.formula.trim() === '') found.push(`${id}: no formula`);
    if (isMade(metric)) {
      for (const part of partsOf(metric))
        if (!catalog.metrics[part]) found.push(`${id}: there is no metric ${part}`);
        else if (metric.kind === 'total' && !addsUp(catalog.metrics[part]))
          found.push(`${id}: ${part} does not add up`);
        else if (catalog.metrics[part].kind === 'ratio' && part === metric.of[0])
          found.push(`${id}: ${part} is itself a ratio`);
      continue;
    }
    expectTime(id, metric.stream, metric.time);
    if (metric.counted) expectTime(id, metric.stream, metric.counted);
    if (metric.kind === 'sum') {
      if (metric.terms.length === 0) found.push(`${id}: nothing to sum`);
      for (const { field } of metric.terms)
        expectField(id, metric.stream, field, metric.type === 'money' ? ['money'] : NUMBERS);
    }
    if (metric.kind === 'distinct')
      for (const field of metric.fields) expectField(id, metric.stream, field, TEXTS);
    if (metric.kind === 'new' || metric.kind === 'returning')
      expectField(id, metric.stream, metric.field, TEXTS);
    const isWorkedOut = 'field' in metric && catalog.derived[metric.field]?.stream === metric.stream;
    if (['min', 'max', 'last', 'average'].includes(metric.kind) && 'field' in metric && !isWorkedOut)
      expectField(id, metric.stream, metric.field, metric.type === 'money' ? ['money'] : NUMBERS);
    if (metric.type === 'money') {
      const currency = (catalog.streams[metric.stream] as Stream | undefined)?.currencyField;
      if (!currency) found.push(`${id}: the money of ${metric.stream} has no currency`);
    }
  }
  for (const [id, dimension] of Object.entries(catalog.dimensions)) {
    expectWords(id, dimension);
    if (dimension.kind !== 'field') continue;
    if (dimension.homes.length === 0) found.push(`${id}: has no home`);
    for (const { stream, field } of dimension.homes) {
      expectField(id, stream, field);
      if (fieldOf(stream, field)?.type === 'money') found.push(`${id}: splits by an amount`);
    }
  }
  for (const [id, { stream, needs }] of Object.entries(catalog.derived))
    for (const need of needs) expectField(id, stream, need);
  for (const { child, parent, childKey, parentKey, weight } of catalog.relations) {
    expectField(`${child} in ${parent}`, child, childKey, TEXTS);
    expectField(`${child} in ${parent}`, parent, parentKey, TEXTS);
    if (weight !== undefined) expectField(`${child} in ${parent}`, child, weight, NUMBERS);
  }
  for (const [stream, time] of Object.entries(catalog.rowTime)) expectTime('rowTime', stream, time);
  return found;
}

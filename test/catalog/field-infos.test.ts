import { catalog, fieldInfos } from '../../src/server/catalog';
import { planOf, type Query } from '../../src/server/core/plan';
import { conflicts } from '../../src/shared/compat';
import type { FieldInfo } from '../../src/shared/field';
import { ProblemError } from '../../src/shared/problem';
import { queryOf } from '../core/query';

const infos = fieldInfos();
const metrics = infos.filter(({ kind }) => kind === 'metric');
const dimensions = infos.filter(({ kind }) => kind === 'dimension');

test('every metric and dimension of the catalogue has its entry, once', () => {
  expect(metrics.map(({ id }) => id)).toEqual(Object.keys(catalog.metrics));
  expect(dimensions.map(({ id }) => id)).toEqual(Object.keys(catalog.dimensions));
});

test.each(infos.map((info): [string, FieldInfo] => [`${info.kind} ${info.id}`, info]))(
  '%s has all that a picker and a header note show',
  (_name, info) => {
    expect(info.id).toMatch(/^[a-z][a-z0-9_]{0,79}$/);
    for (const text of [info.label, info.group, info.about, info.source]) expect(text.trim()).not.toBe('');
    expect(info.about).toMatch(/[.]$/);
    expect(info.streams.length).toBeGreaterThan(0);
    for (const stream of info.streams) expect(Object.keys(catalog.streams)).toContain(stream);
    expect(info.additivity !== undefined).toBe(info.kind === 'metric');
    expect(JSON.parse(JSON.stringify(info))).toEqual(info);
  },
);

test('labels tell fields of one kind apart', () => {
  for (const list of [metrics, dimensions]) {
    const labels = list.map(({ label }) => label);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  }
});

test('a metric names the time that places it, a ratio those of its parts', () => {
  for (const { id, additivity, timeField } of metrics) {
    if (additivity !== 'ratio') expect([id, timeField]).toEqual([id, expect.stringMatching(/\w/)]);
  }
});

test('what the picker lets stand together can be planned, and nothing else', () => {
  const query = (metric: string[], dimension: string[]): Query =>
    queryOf({ metrics: metric, dimensions: dimension });
  const planned = (metric: string[], dimension: string[]): boolean => {
    try {
      planOf(catalog, query(metric, dimension));
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'fields_conflict') return false;
      throw error;
    }
  };
  // Fields of one kind in all that decides: one of them speaks for the others.
  const kinds = (infos: readonly FieldInfo[]): FieldInfo[] => {
    const known = new Map<string, FieldInfo>();
    for (const info of infos) {
      const { streams, grains, finer, daily } = info;
      const kind = JSON.stringify([streams, grains, finer, daily, info.timePart && info.id === 'hour']);
      if (!known.has(kind)) known.set(kind, info);
    }
    return [...known.values()];
  };
  expect(kinds(metrics).length).toBeGreaterThan(20);
  for (const metric of kinds(metrics))
    for (const dimension of kinds(dimensions))
      expect([metric.id, dimension.id, planned([metric.id], [dimension.id])]).toEqual([
        metric.id,
        dimension.id,
        conflicts([metric, dimension]).length === 0,
      ]);
  for (const dimension of dimensions) expect(planned([], [dimension.id])).toBe(true);
});

// For measuring only: the script's own work takes virtual time where that is asked for.
import { createRuntime } from '../../dev/runtime/runtime';

const work = `
  function busy() { let sum = 0; for (let i = 0; i < 3e7; i++) sum = (sum + i * 7) % 1000003; return sum; }
  function twice() { busy(); const before = Date.now(); busy(); return Date.now() - before; }`;
const runtimeThat = (countCpu: boolean) => createRuntime({ files: { 'Code.js': work }, countCpu });
const run = (countCpu: boolean, name: string) => {
  const { value, startedAt, endedAt } = runtimeThat(countCpu).run(name, [], { user: 'ann@example.com' });
  return { value, took: endedAt - startedAt };
};

test('work between two looks at the clock shows on it, and in the length of the execution', () => {
  const { value, took } = run(true, 'twice');
  expect(value).toBeGreaterThan(1);
  expect(took).toBeGreaterThan(Number(value));
  expect(Number.isInteger(took)).toBe(true);
});

test('elsewhere the clock stands still, so that tests go the same way on any machine', () => {
  expect(run(false, 'twice')).toEqual({ value: 0, took: 0 });
});

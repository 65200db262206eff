import { once } from 'node:events';
import { createServer } from 'node:net';
import { allEnded, run, startWorkbench } from './started';

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the workbench and leaves no process', async (signal) => {
  const workbench = await startWorkbench('--orders', '10');
  // A page that is open must not hold it.
  const events = await fetch(`${workbench.url}events`);
  const reader = events.body!.getReader();
  await reader.read();
  const processes = workbench.processes();
  expect(processes.length).toBeGreaterThanOrEqual(2);
  expect(await workbench.stop(signal)).toBe(0);
  await allEnded(processes);
  await expect(fetch(workbench.url)).rejects.toThrow();
  await reader.cancel().catch(() => undefined);
});

test('a workbench that is killed takes the simulator with it', async () => {
  const workbench = await startWorkbench('--orders', '10');
  const processes = workbench.processes();
  await workbench.stop('SIGKILL');
  await allEnded(processes);
});

test('a port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  expect(await outcome('--no-open', '--port', String(port))).toEqual([
    1,
    expect.stringMatching(new RegExp(`Port ${port} is taken.*--port`)),
  ]);
  other.close();
});

test.each([
  ['--port', 'http'],
  ['--now', 'noon'],
  ['--shops', '0'],
  ['--orders', '-1'],
  ['--colour', 'red'],
])('%s %s is refused with exit code 2', async (option, value) => {
  expect(await outcome(`${option}=${value}`)).toEqual([2, expect.stringContaining(option)]);
});

async function outcome(...args: string[]): Promise<[number, string]> {
  const child = run(...args);
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return [code, text];
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startSimulator } from '../../dev/simulator/start';
import { NOW, STORY } from './shops-under-test';

test('run by hand it says where it listens, and it leaves when its parent is gone', async () => {
  const command = [
    'dev/run.mjs',
    'dev/simulator/main.ts',
    '--port',
    '0',
    '--orders',
    '10',
    '--end-with-stdin',
  ];
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  expect((await fetch(`${url}/__control/counters`, { method: 'POST' })).status).toBe(200);
  child.stdin.end();
  const [exitCode] = await once(child, 'exit');
  expect(exitCode).toBe(0);
});

test('two simulators live side by side, and a stopped one is gone', async () => {
  const [one, two] = await Promise.all([
    startSimulator({ story: STORY, now: NOW }),
    startSimulator({ story: 'sample' }),
  ]);
  expect((await one.control('shops', {})).shops).toHaveLength(4);
  expect((await two.control('shops', {})).shops.map(({ name, zone }) => [name, zone])).toEqual([
    ['Sample Shop', 'America/Los_Angeles'],
  ]);
  await one.stop();
  await expect(one.control('shops', {})).rejects.toThrow();
  await two.stop();
});

test('an unknown command or fault is refused by name', async () => {
  const simulator = await startSimulator({ story: STORY });
  const reply = await fetch(`${simulator.url}/__control/nothing`, { method: 'POST' });
  expect(reply.status).toBe(404);
  await expect(simulator.control('faults', { add: [{ kind: 'flood' as never }] })).rejects.toThrow(
    'no fault flood',
  );
  await simulator.stop();
});

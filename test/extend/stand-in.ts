// A server before the simulator that answers one more path, and hands everything else on.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RunningSimulator } from '../../dev/simulator/start';

/** Runs in a thread of its own, since the runtime blocks this one. */
const SERVER = `
const { createServer, request } = require('node:http');
const { parentPort, workerData: { port, path, data } } = require('node:worker_threads');
const server = createServer((asked, reply) => {
  if (asked.url.split('?')[0] === path) {
    reply.end(JSON.stringify({ code: 0, message: 'Success', request_id: '1', data }));
    return;
  }
  const { method, url, headers } = asked;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
    reply.writeHead(answer.statusCode, answer.headers);
    answer.pipe(reply);
  });
  onward.on('error', () => reply.destroy());
  asked.pipe(onward);
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** The simulator with one more endpoint, which always answers with the same data. */
export async function withEndpoint(
  simulator: RunningSimulator,
  path: string,
  data: object,
): Promise<RunningSimulator> {
  const worker = new Worker(SERVER, { eval: true, workerData: { port: simulator.port, path, data } });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    ...simulator,
    url: `http://127.0.0.1:${port}`,
    port,
    async stop() {
      await worker.terminate();
      await simulator.stop();
    },
  };
}

// The HTTP thread: sends a batch of requests at once over kept-alive connections, then wakes the waiting thread.
import http from 'node:http';
import https from 'node:https';
import { type MessagePort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { Answer, Wanted } from './exchange';

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };
const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

function send(wanted: Wanted): Promise<Answer> {
  return new Promise((resolve) => {
    const url = new URL(wanted.url);
    const secure = url.protocol === 'https:';
    const request = (secure ? https : http).request(
      url,
      { method: wanted.method, headers: wanted.headers, agent: agents[secure ? 'https:' : 'http:'] },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', (error) => resolve({ failure: error.message }));
        response.on('end', () => {
          const raw = Buffer.concat(chunks);
          const headers: [string, string][] = [];
          for (let i = 0; i < response.rawHeaders.length; i += 2)
            headers.push([response.rawHeaders[i] ?? '', response.rawHeaders[i + 1] ?? '']);
          const packed = response.headers['content-encoding'] === 'gzip' && raw.length > 0;
          resolve({ status: response.statusCode ?? 0, headers, body: packed ? gunzipSync(raw) : raw });
        });
      },
    );
    request.on('error', (error) => resolve({ failure: error.message || String(error) }));
    request.end(wanted.body ?? undefined);
  });
}

port.on('message', (batch: Wanted[]) => {
  void Promise.all(batch.map(send)).then((answers) => {
    port.postMessage(answers);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});

// Synchronous HTTP: this thread sleeps until the HTTP thread has all answers of a batch.
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { bundleOf } from '../bundles';

export interface Wanted {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
}

export type Answer = { status: number; headers: [string, string][]; body: Uint8Array } | { failure: string };

interface Thread {
  worker: Worker;
  port: MessagePort;
  signal: Int32Array;
}

let thread: Thread | null = null;

function start(): Thread {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(bundleOf('dev/runtime/http/worker.ts', 'cjs'), {
    eval: true,
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}

/** Sends all requests at once and waits for all answers. */
export function exchange(batch: readonly Wanted[]): Answer[] {
  thread ??= start();
  const { port, signal } = thread;
  Atomics.store(signal, 0, 0);
  port.postMessage(batch);
  if (Atomics.wait(signal, 0, 0, 300_000) === 'timed-out') throw new Error('no HTTP answer in five minutes');
  return (receiveMessageOnPort(port) as { message: Answer[] }).message;
}

export function closeExchange(): void {
  void thread?.worker.terminate();
  thread?.port.close();
  thread = null;
}

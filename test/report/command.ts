import { spawn } from 'node:child_process';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s report -- …` as a child process. */
export function report(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ['dev/run.mjs', 'dev/report/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
}

/** The moment at which the tests of this folder look at their shops. */
export const NOW = ['--now', '2026-03-01T00:00:00Z'];

/** Its standard output; fails with what it said instead. */
export async function printed(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await report(...args);
  if (code !== 0 || stderr !== '') throw new Error(`exit code ${code}\n${stderr}`);
  return stdout;
}

export interface Document {
  columns: { id: string; label: string; type: string; currency?: string }[];
  rows: (string | number | boolean | null)[][];
  notes: string[];
  lines?: string[];
}

export const printedJson = async (...args: string[]): Promise<Document> =>
  JSON.parse(await printed(...args, '--format', 'json')) as Document;

export interface Order {
  id: string;
  status: string;
  create_time: number;
  line_items: { product_name: string }[];
}

export const dumped = async (...args: string[]): Promise<Order[]> =>
  (await printed(...args, '--dump', 'orders'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Order);

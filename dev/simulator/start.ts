import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import type { CommandInput, CommandName, CommandOutput, Control } from './control';
import type { StoryChoice } from './simulated-story';

export type SimulatorOptions = {
  readonly story: StoryChoice;
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly sellers?: number;
  readonly latencyMs?: number;
  /** Virtual time until a caller says otherwise; milliseconds. */
  readonly now?: number;
  readonly redirectUrl?: string;
};

export type RunningSimulator = {
  readonly url: string;
  readonly port: number;
  readonly control: Control;
  stop(): Promise<void>;
};

/** Starts a simulator in a process of its own, so that callers may block their thread. Ends with this process. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const program = bundled();
  const child = spawn(process.execPath, [program, ...argumentsFor(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const line = await Promise.race([
    new Promise<string>((ready) => createInterface(child.stdout).once('line', ready)),
    ended.then(() => Promise.reject(new Error('the simulator ended before it was ready'))),
  ]).finally(() => rmSync(program, { force: true }));
  const { url, port } = JSON.parse(line) as { url: string; port: number };
  return {
    url,
    port,
    control: controlOver(url),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/**
 * The runtime blocks this thread while it works; meanwhile the server may have closed an idle connection, which is only
 * noticed when the event loop gets its turn.
 */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

/** Commands over HTTP to a simulator that somebody else started. */
export function controlOver(url: string): Control {
  return async <Name extends CommandName>(name: Name, input: CommandInput<Name>) => {
    const { ok, text } = await post(`${url}/__control/${name}`, JSON.stringify(input));
    const output = JSON.parse(text);
    if (!ok) throw new Error(`${name}: ${text}`);
    return output as CommandOutput<Name>;
  };
}

/** Over a connection of its own: callers block their thread for long, and a kept one would be closed unseen. */
const post = (url: string, body: string): Promise<{ ok: boolean; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ ok: response.statusCode === 200, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

let bundles = 0;

/** A bundle of its own for every start: parallel test workers must not overwrite each other's. */
function bundled(): string {
  bundles += 1;
  const outfile = resolve(`build/dev/simulator-${process.pid}-${bundles}.mjs`);
  buildSync({
    entryPoints: ['dev/simulator/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

function argumentsFor({ story, port = 0, sellers, latencyMs, now, redirectUrl }: SimulatorOptions): string[] {
  const given: Record<string, string | number | undefined> = {
    port,
    sellers,
    latency: latencyMs,
    now: now === undefined ? undefined : new Date(now).toISOString(),
    redirect: redirectUrl,
    ...(story === 'sample' ? {} : { ...story, shops: String(story.shops) }),
  };
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined);
  return [
    '--end-with-stdin',
    ...(story === 'sample' ? ['--sample'] : []),
    ...pairs.flatMap(([name, value]) => [`--${name}`, String(value)]),
  ];
}

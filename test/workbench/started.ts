import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  /** Process ids of the workbench and of all that it started. */
  processes(): number[];
  /** As Ctrl-C does; the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `npm start` as a child process on a free port, at a fixed moment. */
export async function startWorkbench(...args: string[]): Promise<Started> {
  const child = run('--port', '0', '--no-open', '--now', '2026-03-01T09:00:00Z', ...args);
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the workbench ended with ${code}: ${text}`)));
  });
  return {
    child,
    url,
    processes: () => [child.pid!, ...descendants(child.pid!)],
    async stop(signal = 'SIGINT') {
      if (child.exitCode !== null) return child.exitCode;
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

export const run = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ['dev/run.mjs', 'dev/workbench/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function descendants(parent: number): number[] {
  const pairs = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid!);
  return children.flatMap((pid) => [pid, ...descendants(pid)]);
}

/** Resolves when none of the processes runs any more; one that only waits for its parent to notice has ended. */
export async function allEnded(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isRunning(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    return false;
  }
}

// console and Logger as Apps Script has them: text for the log, '%s' and friends filled in, objects as JSON.
import type { Bridge } from '../protocol';

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function fill(args: unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(text).join(' ');
  const filled = first.replace(/%[sdifjoO]/g, (token) => (rest.length > 0 ? text(rest.shift()) : token));
  return [filled, ...rest.map(text)].join(' ');
}

export function createConsole(bridge: Bridge): object {
  const methods: Record<string, (...args: unknown[]) => void> = {};
  for (const level of ['log', 'info', 'warn', 'error'])
    methods[level] = (...args) => bridge.log(level, fill(args));
  const started: Record<string, number> = {};
  methods['time'] = (label) => {
    started[String(label)] = bridge.now();
  };
  methods['timeEnd'] = (label) =>
    bridge.log('debug', `${String(label)}: ${bridge.now() - (started[String(label)] ?? 0)}ms`);
  return methods;
}

export function createLogger(bridge: Bridge): object {
  const lines: string[] = [];
  const logger = {
    log: (...args: unknown[]) => {
      lines.push(fill(args));
      bridge.log('log', fill(args));
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => {
      lines.length = 0;
    },
  };
  return logger;
}

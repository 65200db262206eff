// Google's own tool on this project, kept on this machine: its API is a server of the test, its credentials are words.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLASP = resolve('node_modules/@google/clasp/build/src/index.js');

/** clasp offers no setting for the address of the API, so its client is given one as it is made. */
const PRELOAD = `
import { google } from 'googleapis';
const script = google.script;
google.script = (options) => script.call(google, { ...options, rootUrl: process.env.SCRIPT_API });
`;

export interface ClaspRun {
  code: number | null;
  output: string;
}

/** Runs clasp in a project, with a home of its own so that it meets nobody's credentials. */
export function clasp(
  args: readonly string[],
  { apiUrl = 'http://127.0.0.1:9/', project = '.' } = {},
): Promise<ClaspRun> {
  const home = mkdtempSync(join(tmpdir(), 'clasp-'));
  const auth = join(home, 'placeholder.json');
  const words = {
    type: 'authorized_user',
    client_id: 'placeholder',
    client_secret: 'placeholder',
    refresh_token: 'placeholder',
    access_token: 'placeholder',
    expiry_date: Date.now() + 3_600_000,
  };
  writeFileSync(auth, JSON.stringify({ tokens: { default: words } }));
  // Beside node_modules, from where it can be resolved.
  mkdirSync('build', { recursive: true });
  const preload = resolve('build/clasp-api.mjs');
  writeFileSync(preload, PRELOAD);
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', preload, CLASP, ...args, '--auth', auth], {
      cwd: project,
      env: { PATH: process.env['PATH'], HOME: home, SCRIPT_API: apiUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      output += part.toString();
    });
    child.on('close', (code) => done({ code, output }));
  });
}

export interface PushedFile {
  name: string;
  type: string;
  source: string;
}
export interface ScriptApi {
  url: string;
  /** Every request as "METHOD /path". */
  requests: string[];
  /** The files of the project, as the last PUT left them. */
  files: PushedFile[];
  close(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The content call of the Apps Script API, for one project that begins empty. */
export function startScriptApi(): Promise<ScriptApi> {
  const api: ScriptApi = { url: '', requests: [], files: [], close: async () => {} };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    api.requests.push(`${request.method} ${path}`);
    if (request.method === 'PUT')
      api.files = (JSON.parse(await textOf(request)) as { files: PushedFile[] }).files;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ scriptId: path.split('/')[3], files: api.files }));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      api.close = () =>
        new Promise((closed) => {
          server.closeAllConnections();
          server.close(() => closed());
        });
      done(api);
    });
  });
}

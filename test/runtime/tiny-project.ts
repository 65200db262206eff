import { createRuntime } from '../../dev/runtime/runtime';
import type { Execution, RunOptions, Runtime, RuntimeOptions } from '../../dev/runtime/types';

export const ann = 'ann@example.com';
export const ben = 'ben@example.com';

/** 2026-11-23T09:00:00Z. */
export const start = Date.UTC(2026, 10, 23, 9);

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export const allScopes = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
  'script.send_mail',
  'userinfo.email',
].map(scope);

export interface Tiny {
  runtime: Runtime;
  /** Owned by Ann. */
  document: string;
  /** Runs `main` in Ann's name from the menu. */
  main(args?: unknown[], options?: Partial<RunOptions>): Execution;
}

/** A script project of a few lines with one spreadsheet. */
export function tiny(
  code: string,
  options: Omit<RuntimeOptions, 'files'> & { manifest?: object; pages?: Record<string, string> } = {},
): Tiny {
  const { manifest = {}, pages = {}, ...rest } = options;
  const runtime = createRuntime({
    now: start,
    ...rest,
    files: {
      'Code.js': code,
      'appsscript.json': JSON.stringify({ timeZone: 'Etc/UTC', runtimeVersion: 'V8', ...manifest }),
      ...pages,
    },
  });
  const document = runtime.createSpreadsheet({ owner: ann });
  return {
    runtime,
    document,
    main: (args = [], extra = {}) => runtime.run('main', args, { user: ann, document, ...extra }),
  };
}

/** The body of `main(a, b)` with the spreadsheet as `ss` and its first tab as `tab`. */
export const inSheet = (body: string): string =>
  `function main(a, b) { const ss = SpreadsheetApp.getActive(); const tab = ss.getSheets()[0]; ${body} }`;

export const callsOf = (execution: Execution): string[] =>
  execution.calls.map(({ service, method }) => `${service}.${method}`);

// The whole product on one machine: the built add-on in a spreadsheet, and a simulated TikTok Shop behind real HTTP.
import { createRuntime } from '../../dev/runtime/runtime';
import type { Execution, RunOptions, Runtime, RuntimeOptions } from '../../dev/runtime/types';
import { breathe, type RunningSimulator, startSimulator } from '../../dev/simulator/start';
import type { StoryOptions } from '../../src/server/sample/story-of';
import type { Answer, Api, CallName, Overview, Reply, Run } from '../../src/shared/api';
import type { ReportInput } from '../../src/shared/report';

export const OWNER = 'owner@example.com';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Set in the script editor; the tests look for the secret everywhere else. */
export const APP = {
  appKey: '6simulated1app',
  appSecret: 'simulated-secret-of-the-app',
  serviceId: '7400000000000000001',
};

export type Office = {
  readonly simulator: RunningSimulator;
  readonly runtime: Runtime;
  readonly document: string;
  /** Every execution so far that went through `call`, for looking at logs and replies. */
  readonly executions: Execution[];
  /** google.script.run, as the sidebar does it; the reply whatever it is. */
  reply<Name extends CallName>(
    name: Name,
    input: Api[Name]['input'],
    options?: Partial<RunOptions>,
  ): Reply<Api[Name]['output']>;
  /** The value of a call that must succeed. */
  call<Name extends CallName>(name: Name, input: Api[Name]['input']): Api[Name]['output'];
  /** Starts a run and works on it until it is finished; throws on a problem. */
  run(report: ReportInput | { reportId: string }): Run;
  answer(report: ReportInput): Answer;
  stop(): Promise<void>;
};

export async function openOffice(
  story: 'sample' | StoryOptions,
  { now, latencyMs = 50 }: { readonly now: number; readonly latencyMs?: number },
): Promise<Office> {
  const simulator = await startSimulator({ story, now, latencyMs });
  return officeAt(simulator, now);
}

/** A new spreadsheet with the add-on beside a simulator that runs already; `files` instead of the build. */
export function officeAt(simulator: RunningSimulator, now: number, files?: RuntimeOptions['files']): Office {
  const runtime = createRuntime({
    now,
    ...(files ? { files } : {}),
    hosts: { 'auth.tiktok-shops.com': simulator.url, 'open-api.tiktokglobalshop.com': simulator.url },
    scriptProperties: {
      TIKTOK_APP_KEY: APP.appKey,
      TIKTOK_APP_SECRET: APP.appSecret,
      TIKTOK_SERVICE_ID: APP.serviceId,
      TIKTOK_AUTHORIZE_URL: `${simulator.url}/open/authorize`,
    },
  });
  return officeWith(simulator, runtime, runtime.createSpreadsheet({ owner: OWNER, name: 'Sales' }));
}

export function officeWith(simulator: RunningSimulator, runtime: Runtime, document: string): Office {
  const executions: Execution[] = [];
  const office: Office = {
    simulator,
    runtime,
    document,
    executions,
    reply(name, input, options) {
      const execution = runtime.serverCall(document, OWNER, 'rpc', [name, JSON.stringify(input)], options);
      executions.push(execution);
      if (execution.error) throw new Error(`${name}: ${execution.error.message}`);
      return JSON.parse(String(execution.value));
    },
    call(name, input) {
      const reply = office.reply(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.problem.code}: ${reply.problem.text}`);
      return reply.value;
    },
    run(report) {
      let run = office.call('startRun', 'reportId' in report ? report : { report });
      while (!run.finished) run = office.call('continueRun', { runId: run.id });
      return run;
    },
    answer: (report) => office.call('answer', { report }),
    async stop() {
      runtime.close();
      await simulator.stop();
    },
  };
  return office;
}

/** The whole way through TikTok's consent page, as a browser goes it. */
export async function connect(office: Office, seller = 0): Promise<Overview> {
  const { simulator, runtime } = office;
  const { redirectUrl } = office.call('overview', null);
  await simulator.control('app', { redirectUrl });
  const { url } = office.call('consentLink', { market: 'global' });
  await breathe();
  const headers = { 'x-virtual-now': String(runtime.clock.now()) };
  const page = await (await fetch(url, { headers })).text();
  const back = await fetch(chosen(page, url, seller), { headers, redirect: 'manual' });
  runtime.visit(back.headers.get('location') ?? '', OWNER);
  return office.call('overview', null);
}

/** The address that the page's button “Authorize” leads to. */
export function chosen(page: string, address: string, seller: number): string {
  const sellers = [...page.matchAll(/name="seller" value="([^"]+)"/g)].map((match) => match[1]!);
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const query = new URLSearchParams(fields.map((match) => [match[1]!, match[2]!]));
  query.set('seller', sellers[seller]!);
  query.set('decision', 'authorize');
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  return `${new URL(action, address)}?${query}`;
}

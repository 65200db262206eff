import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api, CallName, Reply } from '../../src/shared/api';
import { createRuntime } from '../runtime/runtime';
import type { Runtime, User } from '../runtime/types';
import type { RunningSimulator } from '../simulator/start';

const DIST = 'dist';

/** The built add-on in one spreadsheet of one user; TikTok's hosts lead to a simulator, or nowhere. */
export interface Installation {
  readonly runtime: Runtime;
  readonly document: string;
  readonly user: User;
  /** The one function that the sidebar calls. Throws where the script threw instead of answering. */
  rpc<Name extends CallName>(name: Name, input: Api[Name]['input']): Reply<Api[Name]['output']>;
}

export interface InstallationOptions {
  readonly now: number;
  readonly fileName: string;
  readonly simulator: RunningSimulator | null;
  /** Where sellers consent; the simulator's own page if left out. */
  readonly consentUrl?: string;
  /** Where TikTok sends the seller back to; Google's own address if left out. */
  readonly redirectUrl?: (scriptId: string) => string;
  readonly countCpu?: boolean;
}

export async function install(options: InstallationOptions): Promise<Installation> {
  const { simulator } = options;
  const runtime = createRuntime({
    dist: DIST,
    now: options.now,
    installedAs: 'addon',
    countCpu: options.countCpu ?? false,
    hosts: simulator ? Object.fromEntries(hostsOfManifest().map((host) => [host, simulator.url])) : {},
    scriptProperties: simulator ? await appProperties(simulator, options.consentUrl) : {},
  });
  if (simulator) {
    const redirectUrl =
      options.redirectUrl?.(runtime.scriptId) ??
      `https://script.google.com/macros/d/${runtime.scriptId}/usercallback`;
    await simulator.control('app', { redirectUrl });
  }
  const user = 'you@example.com';
  const document = runtime.createSpreadsheet({ owner: user, name: options.fileName, timeZone: 'Etc/UTC' });
  return {
    runtime,
    document,
    user,
    rpc(name, input) {
      const { value, error } = runtime.serverCall(document, user, 'rpc', [name, JSON.stringify(input)]);
      if (error) throw new Error(`rpc ${name}: ${error.name}: ${error.message}\n${error.stack}`);
      return JSON.parse(String(value));
    },
  };
}

/** The hosts that the add-on may talk to: all of them are TikTok's. */
function hostsOfManifest(): string[] {
  const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8')) as {
    urlFetchWhitelist?: string[];
  };
  return (manifest.urlFetchWhitelist ?? []).map((prefix) => new URL(prefix).host);
}

/** What a publisher would enter in the script editor. One simulated app serves both markets. */
async function appProperties(simulator: RunningSimulator, consentUrl = `${simulator.url}/open/authorize`) {
  const app = await simulator.control('app', {});
  const properties = {
    TIKTOK_AUTHORIZE_URL: consentUrl,
    TIKTOK_APP_KEY: app.appKey,
    TIKTOK_APP_SECRET: app.appSecret,
    TIKTOK_SERVICE_ID: app.serviceId,
  };
  const forUs = Object.entries(properties).map(([name, value]) => [`${name}_US`, value]);
  return { ...properties, ...Object.fromEntries(forUs) };
}

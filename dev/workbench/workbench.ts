import { startSimulator } from '../simulator/start';
import { bundlePage } from './bundle-page';
import { openDesk } from './desk';
import { createEvents } from './events';
import { install } from './installation';
import type { WorkbenchOptions } from './options';
import { routes } from './routes';
import { listen } from './server';

const DAY = 86_400_000;
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Starts simulator, runtime and page. `stop` leaves nothing behind. */
export async function startWorkbench(
  options: Omit<WorkbenchOptions, 'open'>,
): Promise<{ url: string; stop(): Promise<void> }> {
  // The port first: if it is taken, nothing has been started yet.
  const { url, serve, server } = await listen(options.port);
  const simulator = await startSimulator({
    // A year behind, and two months ahead for the clock to run into.
    story: {
      seed: options.seed,
      shops: options.shops,
      orders: options.orders,
      since: isoDay(options.now - 365 * DAY),
      until: isoDay(options.now + 60 * DAY),
    },
    now: options.now,
  });
  const installation = await install({
    now: options.now,
    fileName: 'TikTok Shop reports',
    simulator,
    consentUrl: `${url}/open/authorize`,
    redirectUrl: (scriptId) => `${url}/macros/d/${scriptId}/usercallback`,
  });
  const desk = openDesk(installation);
  const events = createEvents(() => desk.view());
  desk.onChange(() => events.send());
  serve(routes({ desk, events, page: bundlePage(), simulatorUrl: simulator.url }));
  const timer = setInterval(() => desk.passRealTime(), 10_000);
  return {
    url,
    async stop() {
      clearInterval(timer);
      events.end();
      server.close();
      server.closeAllConnections();
      installation.runtime.close();
      await simulator.stop();
    },
  };
}

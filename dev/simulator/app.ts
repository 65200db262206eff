import { ENDPOINTS } from '../../src/server/sample/endpoints';

/** The app as registered in TikTok's Partner Center. */
export type App = {
  serviceId: string;
  appKey: string;
  appSecret: string;
  redirectUrl: string;
  /** What the app may ask sellers for. */
  scopes: readonly string[];
};

/** Those of every endpoint. */
const ALL_SCOPES = [...new Set(ENDPOINTS.map(({ scope }) => scope))];

/** The app of the US Partner Center, which knows nothing of the other. */
export const defaultUsApp = (): App => ({
  ...defaultApp(),
  serviceId: '7500000000000000002',
  appKey: '6simulated2us',
  appSecret: 'simulated-secret-of-the-us-app',
});

export const defaultApp = (): App => ({
  serviceId: '7400000000000000001',
  appKey: '6simulated1app',
  appSecret: 'simulated-secret-of-the-app',
  redirectUrl: 'http://127.0.0.1/usercallback',
  scopes: ALL_SCOPES,
});

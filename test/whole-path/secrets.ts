import type { Execution } from '../../dev/runtime/types';
import { APP, type Office, OWNER } from './office';

/** The app's secret and every token that the user's connections hold now. */
export function secretsOf(office: Office): string[] {
  const tokens = Object.entries(office.runtime.properties({ user: OWNER }))
    .filter(([key]) => key.startsWith('connection.'))
    .flatMap(([, text]) => {
      const { accessToken, refreshToken } = JSON.parse(text);
      return [accessToken as string, refreshToken as string];
    });
  return [APP.appSecret, ...tokens];
}

/** Everything of an execution that somebody may get to see. */
const visible = ({ value, error, log, toasts, alerts, dialogs }: Execution): string =>
  JSON.stringify([value, error, log, toasts, alerts, dialogs]);

/** Notes may stand beside and below the cells that have values. */
const NOTED = 'A1:Z99';

/** Everything of the spreadsheet and its properties that a collaborator can read. */
function documentText(office: Office): string {
  const { runtime, document } = office;
  const file = runtime.document(document);
  return JSON.stringify([
    runtime.properties({ document }),
    file.metadata,
    ...file.tabs.map((tab) => [tab.name, tab.values(), tab.formulas(), tab.notes(NOTED), tab.metadata]),
  ]);
}

/** Places in which one of the secrets can be read, also cut short or encoded for an address. */
export function leaks(
  office: Office,
  secrets: readonly string[],
  executions: readonly Execution[],
): string[] {
  const places: [string, string][] = [
    ['the spreadsheet', documentText(office)],
    ...executions.map((execution): [string, string] => [
      `${execution.functionName} at ${execution.startedAt}`,
      visible(execution),
    ]),
  ];
  const telling = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    secret.slice(0, 16),
    secret.slice(-16),
  ]);
  return places.filter(([, text]) => telling.some((secret) => text.includes(secret))).map(([place]) => place);
}

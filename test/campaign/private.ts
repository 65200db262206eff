// What nobody may read anywhere: secrets of the app and the connections, and who the buyers are.
import type { Execution } from '../../dev/runtime/types';
import { APP, type Office } from '../whole-path/office';
import { type Finder, finderOf } from './needles';
import { type Scene, type TikTokRecord, USERS } from './scene';

const PERSONAL =
  /^(user_id|buyer_email|buyer_message|name|first_name|last_name|phone_number|full_address|address_detail|address_line\d)$/;

/** Every text of the orders that says who a buyer is, or where exactly he lives. */
function personal(records: readonly TikTokRecord[]): string[] {
  const found: string[] = [];
  for (const record of records)
    for (const part of [record, record['recipient_address'] ?? {}] as Record<string, unknown>[])
      for (const [key, value] of Object.entries(part))
        if (typeof value === 'string' && PERSONAL.test(key)) found.push(value);
  return found;
}

/** Tokens that the connections of both users hold now. */
export function tokensOf({ runtime }: Office): string[] {
  return Object.values(USERS).flatMap((user) =>
    Object.entries(runtime.properties({ user }))
      .filter(([key]) => key.startsWith('connection.'))
      .flatMap(([, text]) => {
        const { accessToken, refreshToken } = JSON.parse(text) as Record<string, string>;
        return [accessToken!, refreshToken!];
      }),
  );
}

/** Whole, cut short at either end, or encoded for an address. */
const forms = (secret: string): string[] => [
  secret,
  secret.slice(0, 16),
  secret.slice(-16),
  encodeURIComponent(secret),
];

export function privateFinder({ records }: Scene): (tokens: readonly string[]) => Finder {
  const buyers = finderOf(personal(records));
  return (tokens) => {
    const secrets = finderOf([APP.appSecret, ...tokens].flatMap(forms));
    return (text) => [...buyers(text), ...secrets(text)];
  };
}

const visible = ({ value, error, log, toasts, alerts, dialogs, sidebar }: Execution): string =>
  JSON.stringify([value, error, log, toasts, alerts, dialogs, sidebar?.title]);

/** Notes may stand beside and below the cells that have values. */
const NOTED = 'A1:Z99';

/** Everything that a user, a collaborator or a reader of logs can see: where, and what. */
export function readable(office: Office, executions: readonly Execution[]): [where: string, text: string][] {
  const { runtime, document } = office;
  const file = runtime.document(document);
  return [
    ['document properties', JSON.stringify(runtime.properties({ document }))],
    ['developer metadata', JSON.stringify([file.metadata, file.tabs.map(({ metadata }) => metadata)])],
    ['mails', JSON.stringify(runtime.mails())],
    ...file.tabs.map((tab): [string, string] => [
      `tab ${tab.name}`,
      JSON.stringify([tab.values(), tab.formulas(), tab.notes(NOTED)]),
    ]),
    ...executions.map((execution): [string, string] => [
      `${execution.functionName} at ${execution.startedAt}`,
      visible(execution),
    ]),
  ];
}

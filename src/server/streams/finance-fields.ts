import { at } from '../core/normalise';
import { type Endpoint, inWords, type StreamField } from '../core/stream';
import { day, id, money, picked, text } from './field';

/** The first of several values that is there. */
export const firstOf =
  (...paths: string[]) =>
  (record: unknown): unknown =>
    paths
      .map((path) => at(record, path))
      .find((value) => value !== undefined && value !== null && value !== '');

/** Days after an order within which it is nearly always settled. */
export const SETTLED_WITHIN = 60;

/** Amounts by TikTok's names, with what each is: ids (behind a prefix), labels and paths (`*` in the path) follow from these. */
export const amounts = <const Prefix extends string, const Abouts extends Record<string, string>>(
  prefix: Prefix,
  path: string,
  abouts: Abouts,
) =>
  Object.fromEntries(
    Object.entries(abouts).map(([name, about]) => [
      prefix + name,
      money(path.replace('*', name), inWords(prefix + name), about),
    ]),
  ) as Record<`${Prefix}${keyof Abouts & string}`, StreamField>;

/** What rows belong to, by a key of one name on both sides. */
export const partOf = <const Key extends string>(stream: string, key: Key) => ({
  stream,
  key,
});

export const CURRENCY = ['Currency', 'Currency of its amounts.'] as const;

export const dimensions = {
  currency: text('currency', ...CURRENCY),
  transaction_id: id('id', 'Transaction ID', 'TikTok’s number of the transaction.'),
  transaction_type: text(
    'type',
    'Transaction Type',
    'ORDER, RESERVE, or the reason of an adjustment, such as LOGISTICS_REIMBURSEMENT.',
  ),
  adjustment_id: id('adjustment_id', 'Adjustment ID', 'TikTok’s number of an adjustment.'),
};

export const orderOf = picked(
  id('order_id', 'Order ID', 'The order it settles, adjusts or holds money back for.'),
  firstOf('order_id', 'adjustment_order_id', 'associated_order_id'),
);

export const paymentStatus = (path: string) =>
  text(
    path,
    'Payment Status',
    'PROCESSING, PAID or FAILED: whether the money has reached the seller’s bank.',
  );

const DAY = 'statement_time';
const statementDay = (path: string, pick: NonNullable<StreamField['pick']>) =>
  picked(
    day(
      path,
      'Statement Day',
      'Day (UTC) on which the statement was made; it lists what was settled on the day before.',
    ),
    pick,
  );
export const ownDay = statementDay(DAY, firstOf(DAY));

/** What transactions and their fees know of their statement. */
export const ofStatement = {
  statement_id: id('^.id', 'Statement ID', 'TikTok’s number of the statement.'),
  statement_day: statementDay(`^.${DAY}`, (_, statement) => at(statement, DAY)),
  currency: text('^.currency', ...CURRENCY),
};

/** Streams of what is created once, by a time of TikTok's and the field that has it. */
export const created = <const Key extends string, const Time extends string>(
  endpoint: Endpoint,
  parentKey: Key,
  path: string,
  time: Time,
) =>
  ({
    endpoint,
    parentKey,
    createdPath: path,
    updatedPath: path,
    versionField: time,
    rowTime: time,
    currencyField: 'currency',
    schema: 1,
    markets: 'All markets.',
    history: 'From July 2023 on; cross-border transactions of the US from May 2025 on.',
    freshness: 'Once a day, after midnight UTC, about the day before.',
    privacy: 'Nothing about buyers, no bank account.',
  }) as const;

import type { ConnectionStatus } from '../../shared/api';
import { moment } from '../words/moment';

/** What a permission that was not given keeps back. */
const neededFor = (usedBy: readonly string[], lists: readonly string[]): string =>
  usedBy.length > 0 ? `Needed by ${usedBy.join(', ')}` : `Only reports of these need it: ${lists.join(', ')}`;

/** How a connection is, in full: what a user looks up once a year. */
export function ConnectionDetails({ status, today }: { status: ConnectionStatus; today: string }) {
  const { account, authorizedUntil, permissions, shops } = status;
  const lines = [
    ...(account ? [`Connected by ${account}.`] : []),
    authorizedUntil ? `Authorized until ${moment(authorizedUntil, today)}.` : 'TikTok names no end.',
    ...permissions.map(
      ({ label, granted, usedBy, lists }) =>
        `May read ${label}: ${granted ? 'yes' : `no. ${neededFor(usedBy, lists)}`}.`,
    ),
    ...shops.map(({ name, synced }) =>
      synced
        ? `${name}: loaded up to ${moment(synced, today)}.`
        : `${name}: nothing loaded in this file yet.`,
    ),
  ];
  return (
    <details class="fold">
      <summary>
        Details<span class="unseen"> of {status.seller}</span>
      </summary>
      <ul class="plain-list small">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

import { TIKTOK_SAYS } from '../../src/server/core/reply';
import type { ProblemClass, ProblemCode } from '../../src/shared/problem';
import { CALL_PROBLEMS } from '../../src/shared/problems/call';
import { CONNECTION_PROBLEMS } from '../../src/shared/problems/connection';
import { DATA_PROBLEMS } from '../../src/shared/problems/data';
import type { ProblemEntry } from '../../src/shared/problems/entry';
import { GOOGLE_PROBLEMS } from '../../src/shared/problems/google';
import { INPUT_PROBLEMS } from '../../src/shared/problems/input';
import { SELLER_PROBLEMS } from '../../src/shared/problems/seller';
import { TIKTOK_PROBLEMS } from '../../src/shared/problems/tiktok';
import { GOOGLE_MESSAGES } from './google-messages';

const PARTS: readonly [title: string, part: Record<string, ProblemEntry>][] = [
  ['What was asked for', INPUT_PROBLEMS],
  ['App, connection and permissions', CONNECTION_PROBLEMS],
  ['Seller and shop', SELLER_PROBLEMS],
  ['TikTok', TIKTOK_PROBLEMS],
  ['Google, at any call', CALL_PROBLEMS],
  ['Google’s services', GOOGLE_PROBLEMS],
  ['Stored data', DATA_PROBLEMS],
];

const CLASSES: Record<ProblemClass, string> = {
  retry: 'passes by itself; the same run goes on where it stopped',
  slow_down: 'passes by itself; the add-on waits and goes on more slowly',
  refresh_token: 'the add-on renews the token and goes on',
  reauthorize: 'somebody has to connect or allow again; reports and data stay',
  grant_scope: 'a permission has to be added, then the shop connected again',
  out_of_history: 'TikTok no longer has the data; what is stored stays',
  quota_until_tomorrow: 'a daily quota is used up; the run goes on tomorrow',
  fix_input: 'what was asked for has to be changed',
  configure: 'the app, the account or the organisation has to be set up differently',
  bug: 'not your doing: please report it',
};

/** docs/problems.md: every message, its next step, and where it comes from. */
export function problemsPage(): string {
  const lines = [
    '# Problems',
    '',
    'Every message of the add-on, what to do next, and what TikTok or Google said before it. Words in `{braces}` are filled in.',
    'Made from the tables in `src/` by `npm run docs`; do not edit.',
    '',
    '| class | what follows |',
    '|---|---|',
    ...Object.entries(CLASSES).map(([name, about]) => `| \`${name}\` | ${about} |`),
  ];
  for (const [title, part] of PARTS) {
    lines.push(
      '',
      `## ${title}`,
      '',
      '| code | class | message | next step | comes from |',
      '|---|---|---|---|---|',
    );
    for (const [code, { class: klass, text, next }] of Object.entries(part))
      lines.push(
        `| \`${code}\` | \`${klass}\` | ${cell(text)} | ${cell(next)} | ${origins(code as ProblemCode)} |`,
      );
  }
  return `${lines.join('\n')}\n`;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\{\w+\}/g, '`$&`');

function origins(code: ProblemCode): string {
  const tiktok = TIKTOK_SAYS.filter(([, , found]) => found === code).map(([number, pattern]) =>
    [
      number === null ? 'TikTok' : `TikTok ${number}`,
      ...(pattern ? [`\`${cell(pattern.source)}\``] : []),
    ].join(' '),
  );
  const google = GOOGLE_MESSAGES.filter(([, found]) => found === code).map(
    ([message]) => `“${cell(message)}”`,
  );
  return [...tiktok, ...google].join('<br>') || '—';
}

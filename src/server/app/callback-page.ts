import type { Problem } from '../../shared/problem';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, lines: string[]): string =>
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>TikTok Shop</title></head>' +
  '<body style="font:16px/1.5 Arial,sans-serif;max-width:32em;margin:4em auto;color:#202124">' +
  `<h1 style="font-size:1.4em">${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</body></html>`;

/** The page on which TikTok's consent ends. */
export const connectedPage = (seller: string, shops: readonly string[]): string =>
  page('Connected', [
    `${seller || 'The seller'} is connected${shops.length > 0 ? ` with ${shops.join(', ')}` : ''}.`,
    ...(shops.length > 0 ? [] : ['The list of shops follows: open the sidebar in a minute.']),
    'You can close this tab and go back to the spreadsheet.',
  ]);

export const refusedPage = (problem: Problem): string => page('Not connected', [problem.text, problem.next]);

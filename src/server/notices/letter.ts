/** How mails look. Whatever comes from outside is escaped here. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/** A subject is one line. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200);

/** A mail with a heading; `body` is HTML, all else text. */
export const page = (title: string, body: string, end: string): string =>
  `<div style="font-family:Arial,sans-serif;font-size:14px;color:#202124"><h2 style="font-size:18px">${escaped(title)}</h2>` +
  `${body}<p style="color:#5f6368;font-size:12px">${escaped(end)}</p></div>`;

import type { Answer } from '../../src/shared/api';

/** One document; money and ids are strings, days and times ISO, missing is null. */
export const asJson = ({ columns, rows, notes, lines }: Answer): string =>
  `${JSON.stringify({ columns, rows, notes, lines })}\n`;

/** Ids as header line, then one line a row. */
export const asTsv = ({ columns, rows }: Answer): string =>
  [columns.map(({ id }) => id), ...rows]
    .map((row) => `${row.map((value) => escaped(String(value ?? ''))).join('\t')}\n`)
    .join('');

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!);

import type { Answered, Letter } from '../core/ports';
import { escaped, page, plain } from './letter';

/** Rows in a mail. */
const MOST_ROWS = 50;
const NUMBERS = ['integer', 'decimal', 'percent', 'money'];

/** A cell in words: fractions as per cent, all else exactly as it is. */
function shown(value: unknown, type: string): string {
  if (value === null || value === undefined) return '';
  const number = Number(value);
  return type === 'percent' && !Number.isNaN(number)
    ? `${Math.round(number * 10_000) / 100} %`
    : String(value);
}

/** The first rows of a report as a mail. */
export function tableLetter(report: string, { columns, rows }: Answered, document: string): Letter {
  const heads = columns.map(({ label, currency }) => (currency ? `${label} (${currency})` : label));
  const lines = rows.slice(0, MOST_ROWS).map((row) => columns.map(({ type }, i) => shown(row[i], type)));
  const cell = (tag: string, text: string, i: number) =>
    `<${tag} style="border:1px solid #dadce0;padding:4px 8px;text-align:${NUMBERS.includes(columns[i]?.type ?? '') ? 'right' : 'left'}">${escaped(text)}</${tag}>`;
  const line = (tag: string, texts: string[]) =>
    `<tr>${texts.map((text, i) => cell(tag, text, i)).join('')}</tr>`;
  const count = rows.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${rows.length} rows. ` : '';
  const end = `${count}The whole report is in the spreadsheet ${document}.`;
  const table = `<table style="border-collapse:collapse">${line('th', heads)}${lines.map((one) => line('td', one)).join('')}</table>`;
  return {
    subject: plain(`TikTok Shop report: ${report}`),
    text: `${report}\n\n${[heads, ...lines].map((one) => one.join('\t')).join('\n')}\n\n${end}\n`,
    html: page(report, table, end),
  };
}

/**
 * What the rows of the store's tab mean. One row holds one piece: its key, the number of the writing it came with,
 * what it is (JSON, or the text of a note), how many cells of payload it has, and the payload in cells of at most 49,000 characters.
 *
 * A writing counts once its last row stands, which says so and lists every key that is then stored. What came with a
 * later number was never finished; of several rows with one key the latest counts; a row marked as gone
 * outweighs older ones. So a kill at any moment leaves the store as it was before the writing or after it.
 */

export const CELL = 49_000;
/** Key, writing, information, number of payload cells. */
export const HEAD = 4;

export interface Entry {
  row: number;
  writing: number;
  info: string;
  cells: number;
}

export const GONE = 'gone';
export const noteAddress = (key: string) => JSON.stringify(['', 'note', key]);
/** The row that ends a writing. */
export const ENDING = JSON.stringify(['', 'end', '']);

export interface Directory {
  /** Live pieces by key. */
  entries: Map<string, Entry>;
  /** Keys that the last writing stored and that are no longer there: somebody deleted their rows. */
  lost: string[];
  /** Highest number that any row bears. */
  highest: number;
  /** Rows that hold something which is not ours, or no longer in its columns: left alone. */
  foreign: number[];
  /** Rows that were replaced, or written by a writing that was not finished: to be cleared before the next one. */
  stale: number[];
}

/** Whether a text is a key: three texts as JSON. */
function isKey(text: string): boolean {
  if (text[0] !== '[') return false;
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
  } catch {
    return false;
  }
}

/** Reads the first four cells of all rows. */
export function directoryOf(heads: readonly (readonly unknown[])[]): Directory {
  const rows: [string, Entry][] = [];
  const foreign: number[] = [];
  heads.forEach((head, i) => {
    const [key, writing, info, cells] = head.map(String) as [string, string, string, string];
    if (isKey(key) && /^[1-9]\d*$/.test(writing) && /^\d+$/.test(cells))
      rows.push([key, { row: i + 1, writing: Number(writing), info, cells: Number(cells) }]);
    else if (head.some((cell) => cell !== '')) foreign.push(i + 1);
  });
  const highest = rows.reduce((most, [, { writing }]) => Math.max(most, writing), 0);
  const ends = rows.filter(([key]) => key === ENDING).map(([, { writing }]) => writing);
  // Without any ending the first writing was cut off; or somebody deleted the row, and what is there counts.
  const writing = ends.length > 0 ? Math.max(...ends) : highest > 1 ? highest : 0;
  const entries = new Map<string, Entry>();
  const stale: number[] = [];
  for (const [key, entry] of rows) {
    const other = entries.get(key);
    if (entry.writing > writing || (other && other.writing >= entry.writing)) stale.push(entry.row);
    else {
      if (other) stale.push(other.row);
      entries.set(key, entry);
    }
  }
  const ending = entries.get(ENDING);
  for (const [key, { info }] of entries) if (info === GONE) entries.delete(key);
  const lost = ending ? listed(ending.info).filter((key) => !entries.has(key)) : [];
  return { entries, lost, highest, foreign, stale };
}

/** The ending's list of keys; none where it was too long for a cell, or typed over. */
function listed(info: string): string[] {
  try {
    const keys: unknown = JSON.parse(info.slice(1));
    return Array.isArray(keys) ? keys.map((key) => JSON.stringify(key)) : [];
  } catch {
    return [];
  }
}

/** Text of the ending of a writing after which these keys are stored. */
export function endingInfo(keys: Iterable<string>): string {
  const text = `N[${[...keys].filter((key) => key !== ENDING).join(',')}]`;
  return text.length <= CELL ? text : 'N[]';
}

/** A piece as the cells of its row. */
export function cellsOf(key: string, writing: number, info: string, payload: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < payload.length; at += CELL) cells.push(payload.slice(at, at + CELL));
  return [key, String(writing), info, String(cells.length), ...cells];
}

/** The payload in the cells after the head; columns that somebody inserted are stepped over. */
export const payloadIn = (cells: readonly unknown[], count: number): string =>
  cells
    .map(String)
    .filter((cell) => cell !== '')
    .slice(0, count)
    .join('');

import { ProblemError } from '../../shared/problem';
import { type Partition, type PartitionInfo, type PartitionKey, type Rows, UNREADABLE } from '../core/ports';
import {
  cellsOf,
  type Directory,
  directoryOf,
  ENDING,
  type Entry,
  endingInfo,
  GONE,
  HEAD,
  noteAddress,
  payloadIn,
} from './store-rows';
import { deleteTabs, enlarge, findTab, makeTab, missingRoom, type Sheet } from './store-tab';

/** Characters in one call; no limit is published, but larger ones time out. */
const WRITE_AT_ONCE = 1_000_000;
const READ_AT_ONCE = 5_000_000;

const address = ({ shop, stream, partition }: PartitionKey) => JSON.stringify([shop, stream, partition]);
const isNote = (key: string): boolean => key.startsWith('["",');

/** The store in a hidden tab of the spreadsheet; what its rows mean stands in `store-rows.ts`. */
export class SheetRows implements Rows {
  private sheet: Sheet | null | undefined;
  private known: Directory | undefined;
  private lastRow = 0;

  private tab(): Sheet | null {
    if (this.sheet === undefined) this.sheet = findTab();
    return this.sheet;
  }

  private directory(): Directory {
    if (this.known) return this.known;
    const sheet = this.tab();
    this.lastRow = sheet ? sheet.getLastRow() : 0;
    this.known = directoryOf(
      sheet && this.lastRow > 0 ? sheet.getRange(1, 1, this.lastRow, HEAD).getValues() : [],
    );
    // A column inserted at the left shifts every row: to go on would be to begin anew over what is there.
    if (this.known.foreign.length > 0 && this.known.entries.size === 0)
      throw new ProblemError('store_changed', { tab: sheet?.getName() ?? '' });
    return this.known;
  }

  index(): PartitionInfo[] {
    const { entries, lost } = this.directory();
    const infos: PartitionInfo[] = [];
    const add = (key: string, info: string | null) => {
      if (isNote(key)) return;
      const [shop, stream, partition] = JSON.parse(key) as [string, string, string];
      infos.push({ ...informationIn(info), shop, stream, partition });
    };
    for (const [key, { info }] of entries) add(key, info);
    for (const key of lost) add(key, null);
    return infos;
  }

  read(keys: readonly PartitionKey[], anew = false): (string | null)[] {
    if (anew) this.known = undefined;
    const texts = this.payloads(keys.map(address));
    return keys.map((key) => texts.get(address(key)) ?? null);
  }

  note(key: string): string | null {
    return this.directory().entries.get(noteAddress(key))?.info.slice(1) ?? null;
  }

  /** Payloads by key, with one call for each run of neighbouring rows. */
  private payloads(keys: readonly string[]): Map<string, string> {
    const sheet = this.tab();
    const { entries } = this.directory();
    const found = [...new Set(keys)]
      .map((key) => ({ key, entry: entries.get(key) }))
      .filter((one): one is { key: string; entry: Entry } => one.entry !== undefined)
      .sort((a, b) => a.entry.row - b.entry.row);
    const texts = new Map<string, string>();
    if (!sheet || found.length === 0) return texts;
    // The whole width: columns that somebody inserted have moved cells to the right.
    const width = sheet.getLastColumn();
    for (let start = 0; start < found.length; ) {
      let end = start + 1;
      let cells = found[start]?.entry.cells ?? 0;
      for (; end < found.length; end++) {
        const next = found[end]?.entry as Entry;
        cells += next.cells;
        if (next.row !== (found[end - 1]?.entry.row ?? 0) + 1 || cells * 49_000 > READ_AT_ONCE) break;
      }
      const run = found.slice(start, end);
      const values = sheet.getRange(run[0]?.entry.row ?? 1, 1, run.length, width).getValues();
      run.forEach(({ key, entry }, i) => {
        const cells = values[i] ?? [];
        // Somebody may have written since the directory was read, and put another piece into this row.
        if (cells[0] === key && Number(cells[1]) === entry.writing)
          texts.set(key, payloadIn(cells.slice(HEAD), entry.cells));
      });
      start = end;
    }
    return texts;
  }

  write(
    partitions: readonly Partition[],
    notes: Record<string, string>,
    removed: readonly PartitionKey[] = [],
  ): void {
    const { entries, highest, lost, stale } = this.directory();
    const writing = highest + 1;
    const stored = new Set([...entries.keys(), ...lost]);
    const rows = new Map<string, string[]>();
    const add = (key: string, info: string, payload = '') => {
      rows.set(key, cellsOf(key, writing, info, payload));
      if (info === GONE) stored.delete(key);
      else stored.add(key);
    };
    for (const key of removed) if (stored.has(address(key))) add(address(key), GONE);
    for (const { info, payload } of partitions) {
      const { rows, times, schema, characters } = info;
      add(address(info), JSON.stringify({ rows, times, schema, characters }), payload);
    }
    // Notes stand in the directory itself, behind a letter that keeps them text.
    for (const [key, text] of Object.entries(notes)) add(noteAddress(key), 'N' + text);
    if (rows.size === 0) return;
    add(ENDING, endingInfo(stored));

    const list = [...rows.values()];
    const width = Math.max(...list.map((row) => row.length));
    const start = this.firstFree(list.length);
    const missing = missingRoom(this.tab(), start + list.length - 1, width);
    this.sheet = this.tab() ?? makeTab();
    enlarge(this.sheet, missing);
    // What a killed writing left would count from the next ending on.
    if (stale.length > 0) {
      clearRows(this.sheet, stale);
      SpreadsheetApp.flush();
    }
    fill(this.sheet, start, list);
    SpreadsheetApp.flush();

    // From here on the old rows no longer count, and may go.
    const replaced = [...rows.keys()].flatMap((key) => entries.get(key)?.row ?? []);
    if (replaced.length > 0) clearRows(this.sheet, replaced);
    this.lastRow = Math.max(this.lastRow, start + list.length - 1);
    [...rows].forEach(([key, [, , info = '', cells]], i) => {
      if (info === GONE) entries.delete(key);
      else entries.set(key, { row: start + i, writing, info, cells: Number(cells) });
    });
    this.known = {
      ...this.directory(),
      highest: writing,
      stale: [],
      lost: lost.filter((key) => !rows.has(key)),
    };
  }

  /** First of as many neighbouring rows that hold no live piece and nothing of others. */
  private firstFree(count: number): number {
    const { entries, foreign } = this.directory();
    const used = new Set([...foreign, ...[...entries.values()].map(({ row }) => row)]);
    let start = 1;
    for (let row = 1; row <= this.lastRow && row - start < count; row++) if (used.has(row)) start = row + 1;
    return start;
  }

  cells(): number {
    const sheet = this.tab();
    return sheet ? sheet.getMaxRows() * sheet.getMaxColumns() : 0;
  }

  clear(): void {
    deleteTabs();
    this.sheet = undefined;
    this.known = undefined;
  }
}

/** What a row of the index says; as unreadable where it was typed over or is gone. */
function informationIn(info: string | null): Omit<PartitionInfo, keyof PartitionKey> {
  try {
    const read = JSON.parse(info ?? 'null') as Omit<PartitionInfo, keyof PartitionKey> | null;
    if (read && typeof read.rows === 'number' && typeof read.times === 'object') return read;
  } catch {
    // Told by the schema.
  }
  return { rows: 0, times: {}, schema: UNREADABLE, characters: 0 };
}

const clearRows = (sheet: Sheet, rows: readonly number[]): unknown =>
  sheet.getRangeList(rows.map((row) => `${row}:${row}`)).clearContent();

/** Writes rows from `start` on in calls of limited size. The last row, which makes all of them count, comes last. */
function fill(sheet: Sheet, start: number, rows: readonly string[][]): void {
  const size = (row: readonly string[]) => row.reduce((sum, cell) => sum + cell.length, 0);
  for (let first = 0; first < rows.length; ) {
    let end = first + 1;
    let total = size(rows[first] ?? []);
    for (; end < rows.length; end++) {
      total += size(rows[end] ?? []);
      if (total > WRITE_AT_ONCE) break;
    }
    const part = rows.slice(first, end);
    // A writing of one call is there as a whole or not at all; else what came before must be there first.
    if (end === rows.length && first > 0) SpreadsheetApp.flush();
    const width = Math.max(...part.map((row) => row.length));
    // A single piece may be larger than a call should be.
    const step = part.length > 1 ? width : Math.floor(WRITE_AT_ONCE / 49_000);
    for (let at = 0; at < width; at += step) {
      const cells = part.map((row) =>
        Array.from({ length: Math.min(step, width - at) }, (_, i) => row[at + i] ?? ''),
      );
      sheet.getRange(start + first, 1 + at, part.length, cells[0]?.length ?? 0).setValues(cells);
    }
    first = end;
  }
}

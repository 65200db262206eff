import type { Partition, PartitionInfo, PartitionKey, Rows } from '../core/ports';

/**
 * The store in a hidden tab of the spreadsheet. One row holds one piece: its key, a version, what it is (JSON, or
 * the text of a note), how many cells of payload follow, and the payload in cells of at most 49,000 characters. All pieces of a write go
 * into free rows in a single call with a higher version than before; only then are the rows they replace freed. So a
 * kill at any moment leaves every piece whole, in its old or in its new form.
 */

const TAB_KEY = 'tiktokshop.store';
const TAB_NAME = 'TikTok Shop data';
const CELL = 49_000;
/** Key, version, information, number of payload cells. */
const HEAD = 4;

interface Entry {
  row: number;
  version: number;
  info: string;
  cells: number;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

function findTab(): Sheet | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const [metadata] = spreadsheet.createDeveloperMetadataFinder().withKey(TAB_KEY).find();
  return metadata?.getLocation().getSheet() ?? null;
}

function makeTab(): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = spreadsheet.getActiveSheet();
  // Marked at the end: what a killed run left half made is empty and unmarked, and is made ready here.
  const left = spreadsheet.getSheetByName(TAB_NAME);
  let name = TAB_NAME;
  for (let n = 2; spreadsheet.getSheetByName(name); n++) name = `${TAB_NAME} ${n}`;
  const sheet = left?.getLastRow() === 0 ? left : spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
  sheet.hideSheet();
  sheet
    .protect()
    .setWarningOnly(true)
    .setDescription('Data of the TikTok Shop add-on; it is written anew by each refresh.');
  if (active && active.getSheetId() !== sheet.getSheetId()) spreadsheet.setActiveSheet(active);
  sheet.addDeveloperMetadata(TAB_KEY, '1');
  return sheet;
}

const address = ({ shop, stream, partition }: PartitionKey) => JSON.stringify([shop, stream, partition]);
const noteAddress = (key: string) => JSON.stringify(['', 'note', key]);

export class SheetRows implements Rows {
  private sheet: Sheet | null | undefined;
  private entries: Map<string, Entry> | undefined;
  /** Rows without a piece, and rows whose piece has been replaced. */
  private free: number[] = [];
  private lastRow = 0;

  private tab(): Sheet | null {
    if (this.sheet === undefined) this.sheet = findTab();
    return this.sheet;
  }

  private directory(): Map<string, Entry> {
    if (this.entries) return this.entries;
    this.entries = new Map();
    this.free = [];
    const sheet = this.tab();
    this.lastRow = sheet ? sheet.getLastRow() : 0;
    if (!sheet || this.lastRow === 0) return this.entries;
    const heads = sheet.getRange(1, 1, this.lastRow, HEAD).getValues();
    heads.forEach((head, i) => {
      const key = String(head[0]);
      const entry: Entry = {
        row: i + 1,
        version: Number(head[1]),
        info: String(head[2]),
        cells: Number(head[3]),
      };
      const other = this.entries?.get(key);
      if (key === '') this.free.push(entry.row);
      else if (other && other.version > entry.version) this.free.push(entry.row);
      else {
        if (other) this.free.push(other.row);
        this.entries?.set(key, entry);
      }
    });
    return this.entries;
  }

  index(): PartitionInfo[] {
    const infos: PartitionInfo[] = [];
    for (const [key, entry] of this.directory()) {
      const [shop, stream, partition] = JSON.parse(key) as [string, string, string];
      if (shop !== '')
        infos.push({
          ...(JSON.parse(entry.info) as Omit<PartitionInfo, keyof PartitionKey>),
          shop,
          stream,
          partition,
        });
    }
    return infos;
  }

  read(keys: readonly PartitionKey[]): (string | null)[] {
    const texts = this.payloads(keys.map(address));
    return keys.map((key) => texts.get(address(key)) ?? null);
  }

  note(key: string): string | null {
    return this.directory().get(noteAddress(key))?.info.slice(1) ?? null;
  }

  /** Payloads by key, with one call for each run of neighbouring rows. */
  private payloads(keys: readonly string[]): Map<string, string> {
    const sheet = this.tab();
    const found = keys
      .map((key) => ({ key, entry: this.directory().get(key) }))
      .filter((one): one is { key: string; entry: Entry } => one.entry !== undefined)
      .sort((a, b) => a.entry.row - b.entry.row);
    const texts = new Map<string, string>();
    if (!sheet) return texts;
    for (let start = 0; start < found.length; ) {
      let end = start + 1;
      while (end < found.length && found[end]?.entry.row === (found[end - 1]?.entry.row ?? 0) + 1) end++;
      const run = found.slice(start, end);
      const width = Math.max(1, ...run.map(({ entry }) => entry.cells));
      const values = sheet.getRange(run[0]?.entry.row ?? 1, HEAD + 1, run.length, width).getValues();
      run.forEach(({ key, entry }, i) => {
        texts.set(key, (values[i] ?? []).slice(0, entry.cells).map(String).join(''));
      });
      start = end;
    }
    return texts;
  }

  write(partitions: readonly Partition[], notes: Record<string, string>): void {
    const directory = this.directory();
    const pieces = [
      ...partitions.map(({ info, payload }) => ({
        key: address(info),
        info: JSON.stringify({ rows: info.rows, times: info.times, schema: info.schema }),
        payload,
      })),
      // Notes stand in the directory itself, behind a letter that keeps them text.
      ...Object.entries(notes).map(([key, text]) => ({
        key: noteAddress(key),
        info: 'N' + text,
        payload: '',
      })),
    ];
    if (pieces.length === 0) return;
    this.sheet = this.tab() ?? makeTab();
    const { sheet } = this;
    const rows = pieces.map(({ key, info, payload }) => {
      const cells: string[] = [];
      for (let at = 0; at < payload.length; at += CELL) cells.push(payload.slice(at, at + CELL));
      return [key, String((directory.get(key)?.version ?? 0) + 1), info, String(cells.length), ...cells];
    });
    const width = Math.max(...rows.map((row) => row.length));
    const start = this.roomFor(sheet, rows.length, width);
    const area = sheet.getRange(start, 1, rows.length, width);
    area.setValues(rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]));
    SpreadsheetApp.flush();
    const replaced = pieces.map(({ key }) => directory.get(key)?.row).filter((row) => row !== undefined);
    if (replaced.length > 0) sheet.getRangeList(replaced.map((row) => `${row}:${row}`)).clearContent();
    this.lastRow = Math.max(this.lastRow, start + rows.length - 1);
    pieces.forEach(({ key, info }, i) => {
      const row = rows[i] as string[];
      directory.set(key, { row: start + i, version: Number(row[1]), info, cells: Number(row[3]) });
    });
    const used = new Set([...directory.values()].map((entry) => entry.row));
    this.free = [];
    for (let row = 1; row <= this.lastRow; row++) if (!used.has(row)) this.free.push(row);
  }

  /** First of as many neighbouring rows without a live piece, making the tab larger where it must be. */
  private roomFor(sheet: Sheet, count: number, width: number): number {
    const free = new Set(this.free);
    let start = 1;
    for (let row = 1; row <= this.lastRow; row++) {
      if (!free.has(row)) start = row + 1;
      else if (row - start + 1 >= count) break;
    }
    const missingRows = start + count - 1 - sheet.getMaxRows();
    if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), Math.max(missingRows, 50));
    const missingColumns = width - sheet.getMaxColumns();
    if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
    // Text stays text: what makeTab formatted is enough until the tab grows.
    if (missingRows > 0 || missingColumns > 0)
      sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).setNumberFormat('@');
    return start;
  }
}

import { parseDay } from '../../shared/day';
import { currencyDigits } from '../../shared/money';
import type { Label } from './dimension-codes';
import type { Cell, Grid } from './ports';
import type { Result, ResultColumn } from './result';

/** Days from 1899-12-30, where a spreadsheet's serial numbers begin, to 1970-01-01. */
export const SERIAL_OF_1970 = 25_569;

/** Serial number of a local ISO time such as "2026-01-31T09:05:00+07:00": what the clock showed there. */
export function timeSerial(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(text);
  const day = match ? parseDay(match[1] as string) : null;
  if (!match || day === null) return null;
  return day + SERIAL_OF_1970 + (Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4])) / 86_400;
}

const WIDTHS: Partial<Record<ResultColumn['type'], number>> = { id: 160, text: 200, time: 150, money: 120 };

function formatOf({ type, currency }: ResultColumn): string {
  switch (type) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'time':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'integer':
      return '#,##0';
    case 'decimal':
      return '#,##0.00';
    case 'percent':
      return '0.00%';
    case 'money':
      return currency && currencyDigits(currency) === 0 ? '#,##0' : '#,##0.00';
    case 'boolean':
      return 'General';
    default:
      return '@';
  }
}

/** What a cell can hold: control characters other than tab and line breaks go, and 50,000 characters are the limit. */
const cellText = (text: string): string =>
  // Hardly any has one, and looking is cheaper than replacing.
  (CONTROL.test(text) ? text.replace(new RegExp(CONTROL, 'g'), ' ') : text).slice(0, 49_900);
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function cellOf(label: Label, { type }: ResultColumn): Cell {
  if (label === null) return null;
  switch (type) {
    case 'date': {
      const day = parseDay(String(label));
      return day === null ? String(label) : day + SERIAL_OF_1970;
    }
    case 'time':
      return timeSerial(String(label)) ?? String(label);
    case 'money':
    case 'decimal':
    case 'percent':
    case 'integer': {
      // In the first columns of a total stand words.
      const number = Number(label);
      return Number.isNaN(number) ? String(label) : number;
    }
    case 'boolean':
      return label;
    default:
      return cellText(String(label));
  }
}

/** Most rows have the same few days. */
function remembered(make: (label: Label) => Cell): (label: Label) => Cell {
  const known = new Map<Label, Cell>();
  return (label) => {
    let cell = known.get(label);
    if (cell === undefined) {
      cell = make(label);
      known.set(label, cell);
    }
    return cell;
  };
}

/** The cells of a result. Money gets its currency into the header, since a cell holds a bare number. */
export function gridOf(result: Result, noteOf: (column: ResultColumn) => string): Grid {
  const cells = result.columns.map((column) =>
    column.type === 'date' || column.type === 'time'
      ? remembered((label) => cellOf(label, column))
      : (label: Label) => cellOf(label, column),
  );
  return {
    columns: result.columns.map((column) => ({
      id: column.id,
      header: column.currency ? `${column.label} (${column.currency})` : column.label,
      note: noteOf(column),
      format: formatOf(column),
      width: WIDTHS[column.type] ?? 100,
    })),
    rows: result.rows.map((row) => row.map((label, i) => (cells[i] as (label: Label) => Cell)(label))),
  };
}

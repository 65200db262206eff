// fast-formula-parser with the spreadsheet's cells behind it and the script's custom functions among its own.
import FormulaParser from 'fast-formula-parser';

const { FormulaError } = FormulaParser;

export interface CellReference {
  row: number;
  col: number;
  sheet?: string;
}
export interface RangeReference {
  from: CellReference;
  to: CellReference;
  sheet?: string;
}
export interface Argument {
  value: unknown;
  omitted?: boolean;
  ref?: CellReference | RangeReference;
}

/** What a formula is calculated in; set for one formula at a time. */
interface Surroundings {
  nowSerial: number;
  cell(reference: CellReference): unknown;
  range(reference: RangeReference): unknown[][];
  /** The cells of a named range; null where there is none of that name. */
  named(name: string): CellReference | RangeReference | null;
  custom(name: string, args: Argument[]): unknown;
}

const parsers = new Map<string, (formula: string, at: CellReference, around: Surroundings) => unknown>();

/** An error as a value: what the cell shows, and what it says on hovering. */
export const errorValue = (shown: string, message: string): unknown => new FormulaError(shown, message);

export function readError(value: unknown): { shown: string; message: string } | null {
  return value instanceof FormulaError ? { shown: value.error, message: value.message } : null;
}

/** Custom functions never replace a built-in one; names are the same in upper and lower case. */
export function formulaParser(functionNames: ReadonlySet<string>) {
  const key = [...functionNames].join(' ');
  let parse = parsers.get(key);
  if (!parse) {
    parse = createParser(functionNames);
    parsers.set(key, parse);
  }
  return parse;
}

/** Semicolons part arguments in every locale; in braces they part rows. */
const withCommas = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|;/g, (part) => (part === ';' ? ',' : part));

function createParser(functionNames: ReadonlySet<string>) {
  let around: Surroundings;
  let cellError: unknown = null;
  const parser = new FormulaParser({
    onCell: (reference: CellReference) => {
      const value = around.cell(reference);
      if (value instanceof FormulaError) cellError ??= value;
      return value;
    },
    onRange: (reference: RangeReference) => around.range(reference),
    onVariable: (name: string) => around.named(name),
  });
  parser.functions['NOW'] = () => around.nowSerial;
  parser.functions['TODAY'] = () => Math.floor(around.nowSerial);
  for (const name of functionNames) {
    const upper = name.toUpperCase();
    if (name.endsWith('_') || parser.functions[upper]) continue;
    parser.functions[upper] = (...args: Argument[]) => around.custom(name, args);
    // So that arguments keep their reference, by which dates are told from numbers.
    parser.funsPreserveRef.push(upper);
  }
  return (formula: string, at: CellReference, surroundings: Surroundings): unknown => {
    around = surroundings;
    cellError = null;
    try {
      const result = parser.parse(withCommas(formula), at, true);
      // The parser makes #VALUE! of an error in a cell; Sheets hands the error on.
      return result instanceof FormulaError && result.error === '#VALUE!' ? (cellError ?? result) : result;
    } catch (error) {
      if (error instanceof FormulaError && error.error !== '#ERROR!') return error;
      const details: unknown = error instanceof FormulaError ? error.details : error;
      if (details instanceof FormulaError) return details;
      const missing = /^Function (\S+) is not implemented/.exec(error instanceof Error ? error.message : '');
      return missing
        ? new FormulaError('#NAME?', `Unknown function: '${missing[1]}'.`)
        : new FormulaError('#ERROR!', 'Formula parse error.');
    }
  };
}

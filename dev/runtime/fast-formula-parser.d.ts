// The package has no types of its own; this is the part that is used.
declare module 'fast-formula-parser' {
  class FormulaError extends Error {
    static readonly NAME: FormulaError;
    constructor(error: string, message?: string, details?: unknown);
    readonly error: string;
    readonly details: unknown;
  }
  export default class FormulaParser {
    static readonly FormulaError: typeof FormulaError;
    constructor(config: {
      onCell(reference: never): unknown;
      onRange(reference: never): unknown[][];
      onVariable(name: string): unknown;
    });
    readonly functions: Record<string, (...args: never[]) => unknown>;
    readonly funsPreserveRef: string[];
    parse(
      formula: string,
      position: { row: number; col: number; sheet?: string },
      allowArray: boolean,
    ): unknown;
  }
}

/**
 * Cells by name. In a report `=Settings!B2` stands for what that cell holds when the report runs: with its tab, so that no
 * other text is taken for one.
 */

const ADDRESS = "(?:'(?:[^']|'')+'|[^'!=]+)!\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*";

/** `Sheet!B3`, `'My tab'!B3`. */
export const CELL = new RegExp(`^${ADDRESS}$`);
export const REFERENCE = new RegExp(`^=${ADDRESS}$`);

export const isReference = (text: string): boolean => REFERENCE.test(text.trim());

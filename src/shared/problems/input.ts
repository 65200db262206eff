import { entries, entry } from './entry';

/** What a user asked for and cannot have as it stands. */
export const INPUT_PROBLEMS = entries({
  bad_input: entry('fix_input', '{what}', 'Correct it and try again.'),
  unknown_field: entry(
    'fix_input',
    'There is no field “{field}”.',
    'Did you mean “{nearest}”? The field list is in the sidebar.',
  ),
  unknown_range: entry(
    'fix_input',
    'The date range “{range}” is not understood.',
    'Use a preset such as last_30_days, or two days such as 2026-01-01..2026-01-31.',
  ),
  unknown_zone: entry(
    'fix_input',
    'There is no time zone “{zone}”.',
    'Use an IANA name such as Asia/Jakarta or UTC.',
  ),
  unknown_shop: entry('fix_input', 'There is no shop “{shop}” here.', 'Choose one of: {known}.'),
  unknown_report: entry(
    'fix_input',
    'There is no report “{report}” in this file.',
    'Open the sidebar to see the reports.',
  ),
  nothing_chosen: entry('fix_input', 'No fields are chosen.', 'Choose at least one metric or dimension.'),
  fields_conflict: entry('fix_input', '{why}', 'Remove one of the two fields.'),
  bad_filter: entry(
    'fix_input',
    'The filter “{filter}” is not understood: {why}',
    'Write it like order_status!=CANCELLED.',
  ),
  too_many_cells: entry(
    'fix_input',
    'The report needs {needed} cells and the spreadsheet has room for {left} (Google allows 10 million).',
    'Choose fewer days or fields, or delete tabs you no longer need.',
  ),
  tab_protected: entry(
    'fix_input',
    'The tab “{tab}” is protected against your account.',
    'Ask the owner of the protection, or write to another tab.',
  ),
  formula_overlap: entry(
    'fix_input',
    'The answer fills {area} of “{tab}”, and these cells are not empty: {filled}.',
    'Click an empty cell with room below and beside it, then insert the formula again.',
  ),
  cells_protected: entry(
    'fix_input',
    'Cells {cells} in “{tab}” are protected against your account.',
    'Ask the owner of the protection, or write the report to another place.',
  ),
  cells_merged: entry(
    'fix_input',
    'Cells {cells} in “{tab}” are merged, where the report goes.',
    'Unmerge them (Format → Merge cells), or write the report to another place.',
  ),
  heading_gone: entry(
    'fix_input',
    'The heading row of the report in “{tab}” was deleted, so it is not known where its table begins.',
    'Undo that, or delete the rest of the table’s rows too: then it is written anew.',
  ),
  bad_cell: entry(
    'fix_input',
    'Cell {cell}, from which the report takes its {part}, {why}.',
    'Correct the cell, or write the value into the report itself.',
  ),
  cell_overlap: entry(
    'fix_input',
    'The report would overwrite {cells} of yours in “{tab}”.',
    'Move them, or write the report to another place.',
  ),
});

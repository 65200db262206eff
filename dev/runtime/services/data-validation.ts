import { lookupCost } from '../costs';
import type { Area, ValidationState } from '../document/state';
import { covers } from '../document/validation';
import type { ExecutionContext } from '../execution-context';
import { pure, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError, signatureMismatch } from '../service-error';
import { type RangeKey, rangeTab, text } from './receiver';

type Rule = Omit<ValidationState, 'area'> & { complete: boolean };

/** Google's limit of a list of items. */
const MOST_ITEMS = 500;

export const newValidation = (): Rule => ({ list: null, allowInvalid: true, help: null, complete: false });

const of = (context: ExecutionContext, key: unknown) => context.kept<Rule>(key, 'DataValidationBuilder');

const builder = {
  requireValueInList: pure((context, key, list: unknown, showDropdown: unknown = true) => {
    if (!Array.isArray(list) || typeof showDropdown !== 'boolean')
      throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.requireValueInList', [
        list,
        showDropdown,
      ]);
    if (list.length === 0 || list.length > MOST_ITEMS)
      throw new ServiceError(`The list of a data validation has ${list.length} items; it can have 1 to 500.`);
    // Items stand in one text with commas between them on some ways into the file: such an item would become two.
    Object.assign(of(context, key), { list: list.map(String), complete: true });
    return SELF;
  }),
  requireDate: pure((context, key) => {
    Object.assign(of(context, key), { list: null, complete: true });
    return SELF;
  }),
  setAllowInvalid: pure((context, key, allow: unknown) => {
    if (typeof allow !== 'boolean')
      throw signatureMismatch('SpreadsheetApp.DataValidationBuilder.setAllowInvalid', [allow]);
    of(context, key).allowInvalid = allow;
    return SELF;
  }),
  setHelpText: pure((context, key, help: unknown) => {
    of(context, key).help = text(help, 'SpreadsheetApp.DataValidationBuilder.setHelpText');
    return SELF;
  }),
  build: pure((context, key) => {
    const rule = of(context, key);
    if (!rule.complete) throw new ServiceError('A data validation needs a criterion.');
    return context.keep('DataValidation', { ...rule });
  }),
};

const validation = {
  getAllowInvalid: pure((context, key) => context.kept<Rule>(key, 'DataValidation').allowInvalid),
  getHelpText: pure((context, key) => context.kept<Rule>(key, 'DataValidation').help),
};

/** What is left of an area beside another: the cells of a rule that a new rule does not take over. */
function without(area: Area, taken: Area): Area[] {
  const bottom = (one: Area) => one.row + one.rows;
  const right = (one: Area) => one.column + one.columns;
  const top = Math.max(area.row, taken.row);
  const end = Math.min(bottom(area), bottom(taken));
  const left = Math.max(area.column, taken.column);
  const side = Math.min(right(area), right(taken));
  if (top >= end || left >= side) return [area];
  return [
    { ...area, rows: top - area.row },
    { ...area, row: end, rows: bottom(area) - end },
    { ...area, row: top, rows: end - top, columns: left - area.column },
    { row: top, rows: end - top, column: side, columns: right(area) - side },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

export const validationMethodsOfRange = service('read document', {
  setDataValidation: {
    ...write((context, key: RangeKey, rule: unknown) => {
      const tab = rangeTab(context, key);
      const { row, column, rows, columns } = key;
      const area = { row, column, rows, columns };
      const { complete: _, ...set } =
        rule === null ? newValidation() : context.kept<Rule>(rule, 'DataValidation');
      tab.validations = tab.validations.flatMap((entry) =>
        without(entry.area, area).map((left) => ({ ...entry, area: left })),
      );
      if (rule !== null) tab.validations.push({ ...set, area });
      return SELF;
    }, 150),
    needs: 'write document',
  },
  getDataValidation: read((context, key: RangeKey) => {
    const found = rangeTab(context, key).validations.find(({ area }) => covers(area, key.row, key.column));
    return found ? context.keep('DataValidation', { ...found, complete: true }) : null;
  }, lookupCost),
});

export const validationServices = { DataValidationBuilder: builder, DataValidation: validation };

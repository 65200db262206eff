import { lookupCost } from '../costs';
import { calculate } from '../document/formulas';
import { type ExecutionContext, handle } from '../execution-context';
import { pure, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import { newRule } from './conditional-format';
import { newValidation } from './data-validation';
import { rangeHandle, sheetHandle, text } from './receiver';

/** null outside a document, as in a standalone script. */
function active(context: ExecutionContext) {
  return context.documentId === null ? null : handle('Spreadsheet', { document: context.documentId });
}

const spreadsheetApp = service('read document', {
  getActive: read(active, lookupCost),
  getActiveSpreadsheet: read(active, lookupCost),
  getActiveSheet: read(
    (context) =>
      context.documentId === null ? null : sheetHandle(context.documentId, context.document().activeTab),
    lookupCost,
  ),
  getActiveRange: read((context) => {
    if (context.documentId === null) return null;
    const document = context.document();
    const tab = document.tabs.find(({ id }) => id === document.activeTab)!;
    return rangeHandle(document.id, tab, { row: 1, column: 1, ...tab.current, rows: 1, columns: 1 });
  }, lookupCost),
  getCurrentCell: read((context) => {
    if (context.documentId === null) return null;
    const document = context.document();
    const tab = document.tabs.find(({ id }) => id === document.activeTab)!;
    return rangeHandle(document.id, tab, { row: 1, column: 1, ...tab.current, rows: 1, columns: 1 });
  }, lookupCost),
  flush: write((context) => {
    if (context.documentId !== null)
      calculate(context.document(), context.state.now, context.project.declared, null);
  }, 100),
  openById: {
    ...read((_, __, id: string) => handle('Spreadsheet', { document: id })),
    needs: 'any document',
  },
  openByUrl: { ...read(() => null), needs: 'any document' },
  create: { ...write(() => null), needs: 'any document' },
  getUi: {
    ...read((context) => {
      const attended =
        ['menu', 'rpc', 'open', 'editor'].includes(context.source) && context.documentId !== null;
      if (!attended) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
      return handle('Ui');
    }, lookupCost),
    needs: 'menu',
  },
  newDataValidation: pure((context) => context.keep('DataValidationBuilder', newValidation())),
  newConditionalFormatRule: pure((context) => context.keep('ConditionalFormatRuleBuilder', newRule())),
  newRichTextValue: pure((context) => context.keep('RichTextValueBuilder', { text: '' })),
});

const richTextValueBuilder = {
  setText: pure((context, key, value: string) => {
    context.kept<{ text: string }>(key, 'RichTextValueBuilder').text = text(
      value,
      'RichTextValueBuilder.setText',
    );
    return SELF;
  }),
  build: pure((context, key) =>
    context.keep('RichTextValue', { ...context.kept<{ text: string }>(key, 'RichTextValueBuilder') }),
  ),
};

const richTextValue = {
  getText: pure((context, key) => context.kept<{ text: string }>(key, 'RichTextValue').text),
};

export const spreadsheetAppServices = {
  SpreadsheetApp: spreadsheetApp,
  RichTextValueBuilder: richTextValueBuilder,
  RichTextValue: richTextValue,
};

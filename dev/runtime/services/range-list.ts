import { parseA1 } from '../document/a1';
import type { Area } from '../document/state';
import { handle } from '../execution-context';
import { type Method, service } from '../method';
import { ServiceError, signatureMismatch } from '../service-error';
import { rangeMethods, writes } from './range';
import { rangeFormatMethods } from './range-format';
import { rangeHandle, type TabKey, tabOf } from './receiver';

interface RangeListKey extends TabKey {
  areas: Area[];
}

/** What a range can do on its own, done to each range of a list in one call. */
const onEach = (method: Method): Method =>
  writes((context, key: RangeListKey, ...args: unknown[]) => {
    for (const area of key.areas)
      method.run(context, { document: key.document, tab: key.tab, ...area }, ...args);
    return '\u0000self';
  });

export const rangeListMethodsOfSheet = service('read document', {
  getRangeList: {
    run: (context, key: TabKey, notations: unknown) => {
      const tab = tabOf(context, key);
      if (!Array.isArray(notations) || notations.length === 0)
        throw signatureMismatch('SpreadsheetApp.Sheet.getRangeList', [notations]);
      const areas = notations.map((notation) => {
        const area = parseA1(String(notation), tab);
        if (!area) throw new ServiceError('Range not found');
        rangeHandle(key.document, tab, area);
        return area;
      });
      return handle('RangeList', { document: key.document, tab: key.tab, areas });
    },
    pure: true,
  },
});

export const rangeListServices = {
  RangeList: service('read document', {
    clearContent: onEach(rangeMethods.clearContent),
    clearNote: onEach(rangeMethods.clearNote),
    clear: onEach(rangeMethods.clear),
    setNumberFormat: onEach(rangeFormatMethods.setNumberFormat),
    setFontWeight: onEach(rangeFormatMethods.setFontWeight),
    setFontSize: onEach(rangeFormatMethods.setFontSize),
    setFontColor: onEach(rangeFormatMethods.setFontColor),
    setWrap: onEach(rangeFormatMethods.setWrap),
    setBackground: onEach(rangeFormatMethods.setBackground),
    getRanges: {
      run: (context, key: RangeListKey) =>
        key.areas.map((area) => rangeHandle(key.document, tabOf(context, key), area)),
      pure: true,
    },
  }),
};

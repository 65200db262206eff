// What a spreadsheet's locale changes about typing and showing: the order of day and month, and the separators.
export interface Conventions {
  readonly dayFirst: boolean;
  readonly decimal: '.' | ',';
  readonly thousands: ',' | '.' | ' ';
}

/** A formula as it is written where commas separate arguments. Semicolons do everywhere; a decimal comma only separates decimals. */
export function plainFormula(formula: string, locale: string): string {
  const decimalComma = conventionsOf(locale).decimal === ',';
  // Texts and names of tabs stay, and so do arrays in braces, whose separators mean rows and columns.
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[;,]/g, (part) =>
    part === ';' ? ',' : part === ',' && decimalComma ? '.' : part,
  );
}

const dotThousands = /^(de|es|it|id|nl|pt|tr|vi|da)(_|$)/;
const spaceThousands = /^(fr|pl|cs|ru|sv|nb|fi|uk|hu)(_|$)/;

export function conventionsOf(locale: string): Conventions {
  if (locale === 'es_MX') return { dayFirst: true, decimal: '.', thousands: ',' };
  if (dotThousands.test(locale)) return { dayFirst: true, decimal: ',', thousands: '.' };
  if (spaceThousands.test(locale)) return { dayFirst: true, decimal: ',', thousands: ' ' };
  return { dayFirst: !/^(en_US|en_PH|$)/.test(locale), decimal: '.', thousands: ',' };
}

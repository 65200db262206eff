/**
 * Sentences about fields, formulas and problems, which the build moves out of the code into Words.html: every formula call loads the
 * code, and few executions need them. In the code a number behind a tilde stands for each.
 */
let kept: string[] | undefined;

export function words(text: string): string {
  if (text[0] !== '~') return text;
  kept ??= JSON.parse(HtmlService.createTemplateFromFile('Words').getRawContent()) as string[];
  return kept[Number(text.slice(1))] ?? '';
}

/**
 * Sentences about fields, formulas and problems, which the build moves out of the code into Words.html: every formula call loads the
 * code, and few executions need them. They are asked for by what stands in their place: a number behind a tilde, or nothing, and
 * then by the id of what they are about, as `wordsKey` puts it.
 */
let kept: Record<string, string> | undefined;

export function words(text: string): string {
  if (text[0] !== '~') return text;
  kept ??= JSON.parse(HtmlService.createTemplateFromFile('Words').getRawContent()) as Record<string, string>;
  return kept[text] ?? '';
}

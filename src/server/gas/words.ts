/**
 * Sentences about fields, formulas and problems, which the build moves out of the code into Words.html: every formula call loads the
 * code, and few executions need them. They are asked for by the id of what they are about, as `wordsKey` puts it, or by what
 * stands in their place: a number behind a tilde.
 */
let kept: Record<string, string> | undefined;

export function words(text: string, key = text): string {
  if (key[0] !== '~') return text;
  kept ??= JSON.parse(HtmlService.createTemplateFromFile('Words').getRawContent()) as Record<string, string>;
  return kept[key] ?? (text[0] === '~' ? '' : text);
}

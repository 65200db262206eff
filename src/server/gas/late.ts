/**
 * Code that the build keeps out of Code.js, which every formula call loads: the body of a function in a file of its own,
 * evaluated when first needed. It is our own text, as packaged; nothing from outside is ever evaluated.
 */
export function late<Value>(file: string): () => Value {
  let kept: Value | undefined;
  return () => {
    kept ??= new Function(HtmlService.createTemplateFromFile(file).getRawContent())() as Value;
    return kept;
  };
}

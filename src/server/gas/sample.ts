import type { SampleShop } from '../core/ports';

/**
 * The sample shop's model, which the build puts into Sample.html: every formula call loads the code, and only the sample
 * shop's own runs need the model. It is our own text, as packaged; nothing from outside is ever evaluated.
 */
let kept: SampleShop | undefined;

export const sample: SampleShop = (call) => {
  kept ??= new Function(HtmlService.createTemplateFromFile('Sample').getRawContent())() as SampleShop;
  return kept(call);
};

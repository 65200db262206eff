/** The sidebar's views that the page loads late, as the build packs them. */
export const views = (): string => HtmlService.createTemplateFromFile('Views').getRawContent();

import { interfaceCost } from '../costs';
import type { ExecutionContext, PageState } from '../execution-context';
import { pure, read, service } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import { text } from './receiver';

interface Output extends PageState {
  metaTags: { name: string; content: string }[];
  width: number | null;
  height: number | null;
}

/** Google refuses any other name. */
const metaNames = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

const output = (context: ExecutionContext, html: string) =>
  context.keep('HtmlOutput', { title: '', html, metaTags: [], width: null, height: null } satisfies Output);

const outputOf = (context: ExecutionContext, key: unknown): Output => context.kept<Output>(key, 'HtmlOutput');

const htmlService = service('html', {
  createHtmlOutput: read(
    (context, _, html: unknown = '') => output(context, text(html, 'HtmlService.createHtmlOutput')),
    5,
  ),
  createHtmlOutputFromFile: read((context, _, name: string) => {
    const page = context.project.pages.get(name);
    if (page === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return output(context, page);
  }, interfaceCost),
  createTemplateFromFile: read((context, _, name: string) => {
    const page = context.project.pages.get(name);
    if (page === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return context.keep('HtmlTemplate', page);
  }, interfaceCost),
});

const htmlTemplate = {
  getRawContent: pure((context, key) => context.kept<string>(key, 'HtmlTemplate')),
};

const htmlOutput = {
  setTitle: pure((context, key, title: string) => {
    outputOf(context, key).title = text(title, 'HtmlOutput.setTitle');
    return SELF;
  }),
  getTitle: pure((context, key) => outputOf(context, key).title),
  getContent: pure((context, key) => outputOf(context, key).html),
  setContent: pure((context, key, html: string) => {
    outputOf(context, key).html = text(html, 'HtmlOutput.setContent');
    return SELF;
  }),
  append: pure((context, key, html: string) => {
    outputOf(context, key).html += text(html, 'HtmlOutput.append');
    return SELF;
  }),
  addMetaTag: pure((context, key, name: string, content: string) => {
    if (!metaNames.includes(name)) throw new ServiceError(`The specified meta tag ${name} is not allowed.`);
    outputOf(context, key).metaTags.push({ name, content });
    return SELF;
  }),
  setWidth: pure((context, key, width: number) => {
    outputOf(context, key).width = width;
    return SELF;
  }),
  setHeight: pure((context, key, height: number) => {
    outputOf(context, key).height = height;
    return SELF;
  }),
  setXFrameOptionsMode: pure(() => SELF),
  setSandboxMode: pure(() => SELF),
};

export const htmlServices = { HtmlService: htmlService, HtmlOutput: htmlOutput, HtmlTemplate: htmlTemplate };

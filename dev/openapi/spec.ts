import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The parts of an OpenAPI 3 description that TikTok's files use: no $ref, no enum, no required body keys. */
export type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};
type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'header' | 'path';
  readonly required?: boolean;
  readonly schema: Schema;
};
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
};
type Module = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

// TikTok publishes its description inside this npm package (MIT); only the JSON files are used.
const PUBLISHED = 'node_modules/@tts-open-toolkit/cli/skills/tts-openapi-guide/references/oas/paths';
/** Endpoints newer than the published files, written by hand in the same format, with their source. */
const SUPPLEMENT = 'dev/openapi/supplement';

const modules = new Map<string, Module['paths']>();

function modulePaths(name: string): Module['paths'] {
  const known = modules.get(name);
  if (known) return known;
  const files = [PUBLISHED, SUPPLEMENT].map((folder) => resolve(folder, `${name}.json`)).filter(existsSync);
  const paths = Object.assign(
    {},
    ...files.map((file) => (JSON.parse(readFileSync(file, 'utf8')) as Module).paths),
  );
  modules.set(name, paths);
  return paths;
}

export type FoundOperation = { readonly template: string; readonly operation: Operation };

/** The operation for a method and a concrete path; templates such as /x/{id} match any segment. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  const name = path.split('/')[1] ?? '';
  if (!/^[a-z_]+$/.test(name)) return undefined;
  const paths = modulePaths(name);
  // A literal path wins over a template that would fit it too.
  const template = Object.hasOwn(paths, path) ? path : Object.keys(paths).find((each) => fits(each, path));
  const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
  return template !== undefined && operation ? { template, operation } : undefined;
}

function fits(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith('{') ? given[at] !== '' : part === given[at]))
  );
}

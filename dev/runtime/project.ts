// The script project: its manifest, pages and script files, and what can be known of the code before it runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parse } from 'acorn';

interface Manifest {
  readonly timeZone: string;
  /** undefined: not declared, so Google finds out by itself. */
  readonly scopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

export interface Project {
  readonly manifest: Manifest;
  readonly pages: ReadonlyMap<string, string>;
  readonly script: Script;
  /** Functions declared at the top level, private ones included. */
  readonly declared: ReadonlySet<string>;
}

export function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(js|gs|html|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export function loadProject(files: Readonly<Record<string, string>>): Project {
  const code = Object.entries(files)
    .filter(([name]) => /\.(js|gs)$/.test(name))
    .map(([, text]) => text)
    .join('\n;\n');
  // Before it is compiled: the parser is the stricter one.
  const declared = declaredFunctions(code);
  const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'));
  return {
    manifest: parseManifest(files['appsscript.json']),
    pages: new Map(pages.map(([name, text]) => [name.slice(0, -5), text])),
    script: new Script(code, { filename: 'Code.js' }),
    declared,
  };
}

function parseManifest(text: string | undefined): Manifest {
  const json = JSON.parse(text ?? '{"timeZone":"Etc/UTC","runtimeVersion":"V8"}') as {
    timeZone?: string;
    runtimeVersion?: string;
    oauthScopes?: string[];
    urlFetchWhitelist?: string[];
    addOns?: unknown;
  };
  if (json.runtimeVersion !== 'V8') throw new Error('appsscript.json: runtimeVersion has to be "V8"');
  if (json.addOns) throw new Error('appsscript.json: "addOns" would make it a card add-on');
  for (const url of json.urlFetchWhitelist ?? [])
    if (!/^https:\/\/(\*\.)?[^/*]+\/[^*]*$/.test(url))
      throw new Error(`appsscript.json: urlFetchWhitelist needs https, a full host and a path: ${url}`);
  return {
    timeZone: json.timeZone ?? 'Etc/UTC',
    ...(json.oauthScopes ? { scopes: json.oauthScopes } : {}),
    ...(json.urlFetchWhitelist ? { urlFetchWhitelist: json.urlFetchWhitelist } : {}),
  };
}

/**
 * Apps Script refuses on saving what this parse refuses: modules, class fields (private and static ones are
 * documented; the others go with them), top-level await and BigInt literals.
 */
function declaredFunctions(code: string): Set<string> {
  const program = parse(code, {
    ecmaVersion: 2020,
    sourceType: 'script',
    onToken: ({ type, start, end }) => {
      if (type.label === 'num' && code[end - 1] === 'n')
        throw new SyntaxError(`Unexpected token ILLEGAL: a BigInt literal at ${start}`);
    },
  });
  const declared = new Set<string>();
  for (const statement of program.body)
    if (statement.type === 'FunctionDeclaration') declared.add(statement.id.name);
  return declared;
}

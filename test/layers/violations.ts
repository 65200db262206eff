import { posix } from 'node:path';
import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { appsScriptGlobals } from './apps-script-globals';
import { EDGE, LAYERS, layerOf, PURE } from './layers';

/** Every module a file names: imports, re-exports, type imports, dynamic ones. */
export function importsOf(code: string): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [
    ...plain.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...plain.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...plain.matchAll(/\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g),
  ].map(([, name]) => name!);
}

function importProblems(file: string, layer: string, code: string): string[] {
  const { imports, npm } = LAYERS[layer]!;
  return importsOf(code).flatMap((name) => {
    if (!name.startsWith('.')) return npm.includes(name) ? [] : [`imports the package ${name}`];
    const target = posix.join(posix.dirname(file), name);
    if (layerOf(target) === layer) return [];
    const allowed = imports.some((each) => target === each || target.startsWith(`${each}/`));
    return allowed ? [] : [`imports ${target}`];
  });
}

type AnyNode = Node & Record<string, unknown>;
const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Calls back for every node with the nodes above it, nearest last. */
function walk(
  node: AnyNode,
  visit: (node: AnyNode, above: readonly AnyNode[]) => void,
  above: AnyNode[] = [],
) {
  visit(node, above);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit, [...above, node]);
}

/** Name of a plain member access such as Date.now; the member alone where the object is no plain name. */
function memberName(node: AnyNode): string | null {
  const { object, property, computed } = node as unknown as {
    object: AnyNode;
    property: AnyNode;
    computed: boolean;
  };
  if (computed && property.type !== 'Literal') return null;
  const member = String(computed ? property['value'] : property['name']);
  return object.type === 'Identifier' ? `${String(object['name'])}.${member}` : member;
}

function languageProblems(file: string, layer: string, code: string): string[] {
  const js = transformSync(code, { loader: file.endsWith('x') ? 'tsx' : 'ts', target: 'esnext' }).code;
  const found: string[] = [];
  const pure = PURE.includes(layer);
  walk(parse(js, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as AnyNode, (node, above) => {
    const parent = above.at(-1);
    if (node.type === 'MemberExpression') {
      const name = memberName(node);
      if (!name) return;
      if (pure && (name === 'Date.now' || name === 'Math.random')) found.push(`uses ${name}`);
      if (pure && /(^|\.)(toLocale\w*|localeCompare)$/.test(name))
        found.push(`uses ${name.split('.').pop()}`);
      if (name.startsWith('global.') && parent?.type === 'AssignmentExpression' && layer !== 'server/main')
        found.push(`assigns ${name}`);
      return;
    }
    if (node.type !== 'Identifier' || !parent) return;
    const name = String(node['name']);
    const isMember = parent.type === 'MemberExpression' && parent['property'] === node && !parent['computed'];
    const isKey = parent.type === 'Property' && parent['key'] === node && !parent['shorthand'];
    if (isMember || isKey) return;
    if (!EDGE.includes(layer) && appsScriptGlobals().has(name)) found.push(`names the service ${name}`);
    if (pure && name === 'Intl') found.push('uses Intl');
    if (pure && name === 'Date' && (parent.type === 'NewExpression' || parent.type === 'CallExpression')) {
      const args = parent['arguments'] as unknown[];
      if (parent['callee'] === node && (args.length === 0 || parent.type === 'CallExpression'))
        found.push('asks for the time by Date');
    }
  });
  return found;
}

/** What a file of src ("server/core/pull.ts") does that its layer may not. */
export function violations(file: string, code: string): string[] {
  const layer = layerOf(file);
  if (layer === null) return ['belongs to no layer'];
  return [...importProblems(file, layer, code), ...languageProblems(file, layer, code)];
}

// The built page as HtmlService gets it.
import { parse } from 'acorn';
import { HTML as html } from './page';

const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';

test('the page fits in 120 KB', () => {
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(120 * 1024);
});

test('no template literal and no backtick survives: HtmlService strips what follows // inside one', () => {
  const kinds = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type } = node as { type?: unknown };
      if (typeof type === 'string') kinds.add(type);
      Object.values(node).forEach(visit);
    }
  };
  visit(parse(script, { ecmaVersion: 'latest' }));
  expect(kinds.has('CallExpression')).toBe(true);
  expect(kinds.has('TemplateLiteral')).toBe(false);
  expect(script).not.toContain('`');
  expect(script).not.toContain('//');
});

test('nothing reads as a scriptlet, a comment or the end of the script', () => {
  expect(html).not.toContain('<?');
  expect(html).not.toContain('<!--');
  expect(html.match(/<\/script/g)).toHaveLength(1);
});

test('nothing is loaded from anywhere', () => {
  expect(html).not.toMatch(/<link|<iframe|<img|@import|url\(|src=/);
});

test('the schema of reports stays with the server: it would be a quarter of the page', () => {
  expect(html).toContain('Try the sample shop');
  expect(html).not.toMatch(/zod|safeParse/i);
});

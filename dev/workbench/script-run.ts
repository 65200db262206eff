import { build } from 'esbuild';

let client: Promise<string> | undefined;

/** The HTML of a sidebar or dialog with google.script in it, whose calls go to this workbench. */
export async function withScriptRun(html: string): Promise<string> {
  client ??= bundled();
  const script = `<script>${await client}</script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html;
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['dev/workbench/page/script-client.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</', '<\\/');
}

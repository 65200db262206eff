import { scriptRunClient } from '../runtime/script-run-client';

/** Where a sidebar or dialog posts its calls. */
const CALL_PATH = '/call';

/** The HTML of a sidebar or dialog with google.script in it, whose calls go to this workbench. */
export function withScriptRun(html: string, functions: readonly string[]): string {
  const text = scriptRunClient({ endpoint: CALL_PATH, functions }).replaceAll('</', '<\\/');
  const script = `<script>${text}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}

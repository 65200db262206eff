import { bundleOf } from './bundles';

/**
 * Script text that gives a page `google.script.run` and `google.script.host`. Inline it before the page's own
 * scripts, or add it as an init script. Calls are posted to `endpoint` as `{ functionName, args }`; the answer is
 * `{ value }` or `{ error: { message } }`. `host.close()` posts `{ googleScriptHost: 'close' }` to the parent window.
 */
export function scriptRunClient(options: {
  readonly endpoint: string;
  /** `runtime.publicFunctions`: names that the page may call; any other is not even there. */
  readonly functions: readonly string[];
}): string {
  const settings = JSON.stringify(options).replaceAll('<', '\\u003c');
  return `(() => { const SETTINGS = ${settings};\n${bundleOf('dev/runtime/script-run/page.ts', 'iife')}\n})();`;
}

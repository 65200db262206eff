import { type Context, createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';

let taken: string | undefined;

/** Takes away what a bare realm of Node still has more than Apps Script, by the runtime's own list. */
function removal(): string {
  taken ??= buildSync({
    entryPoints: ['dev/runtime/realm/missing.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'missing',
  }).outputFiles[0]!.text;
  return `(() => { ${taken}; missing.removeMissing(); })();`;
}

/** A realm with the language of Apps Script and nothing of its services: naming one is a ReferenceError. */
export function bareRealm(): Context {
  const realm = createContext({});
  runInContext(removal(), realm);
  return realm;
}

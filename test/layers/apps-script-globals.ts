import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TYPES = 'node_modules/@types/google-apps-script';
/** Names that the language or a browser has too. */
const ELSEWHERE = new Set(['console', 'JSON', 'Date', 'Math']);

let known: Set<string> | undefined;

/** Every global that Apps Script adds, by Google's type declarations. */
export function appsScriptGlobals(): ReadonlySet<string> {
  known ??= new Set(
    readdirSync(TYPES)
      .filter((name) => name.endsWith('.d.ts'))
      .flatMap((name) =>
        [...readFileSync(join(TYPES, name), 'utf8').matchAll(/^declare var (\w+): GoogleAppsScript/gm)].map(
          ([, global]) => global!,
        ),
      )
      .filter((name) => !ELSEWHERE.has(name)),
  );
  return known;
}

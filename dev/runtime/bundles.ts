// Parts of the runtime that run elsewhere than in this module: in the script's realm, in the HTTP thread, in a
// page. Each is bundled once per process, from the sources (so the working directory is the repository's root).
import { buildSync } from 'esbuild';

const built = new Map<string, string>();

export function bundleOf(entry: string, format: 'iife' | 'cjs', globalName?: string): string {
  let text = built.get(entry);
  if (text === undefined) {
    const result = buildSync({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format,
      target: 'node20',
      platform: format === 'cjs' ? 'node' : 'neutral',
      charset: 'ascii',
      ...(globalName ? { globalName } : {}),
    });
    text = result.outputFiles[0]?.text ?? '';
    built.set(entry, text);
  }
  return text;
}

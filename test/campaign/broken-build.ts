// The add-on with one mistake in it.
import { readFile } from 'node:fs/promises';
import { changedBuild } from '../bundle/changed-build';

export interface Mistake {
  readonly name: string;
  /** Below src/server. */
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

/** Throws where the source no longer says what the mistake would change. */
export async function brokenBuild({ file, right, wrong }: Mistake): Promise<Record<string, string>> {
  const source = await readFile(`src/server/${file}`, 'utf8');
  if (!source.includes(right)) throw new Error(`${file} does not say ${right}`);
  return changedBuild({ [file]: source.replace(right, () => wrong) });
}

/** The views that load late, once they are there: most of the page, and none of it is needed to show the first view. */
import type { LateViews } from './views/late';

let loaded: LateViews | undefined;

/** Our own script, as the build packed it; nothing from outside is ever evaluated. */
export function loadViews(script: string): void {
  loaded = new Function(script)() as LateViews;
}

export const lateViews = (): LateViews | undefined => loaded;

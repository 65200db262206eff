// What `npm run build` left in dist/: these tests are about that, not about the sources.
import { existsSync, readFileSync } from 'node:fs';
import type { BUILT_FILES } from '../../dev/built-files';

export const DIST = 'dist';

export function built(name: (typeof BUILT_FILES)[number]): string {
  const path = `${DIST}/${name}`;
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build first`);
  return readFileSync(path, 'utf8');
}

/** The functions that menus, triggers, the sidebar, TikTok's redirect and cells call by name. */
export const ENTRY_POINTS = [
  'TIKTOKSHOP',
  'authCallback',
  'insertDashboard',
  'onInstall',
  'onOpen',
  'openExplorer',
  'openSidebar',
  'recalculateTikTokShop',
  'refreshTikTokShop',
  'rpc',
  'runSchedule',
];

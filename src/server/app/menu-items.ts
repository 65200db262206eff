/** Labels of the menu and the entry points behind them. */
export const MENU = [
  { label: 'Open sidebar', entry: 'openSidebar' },
  { label: 'Insert dashboard', entry: 'insertDashboard' },
  { label: 'Refresh TikTok Shop', entry: 'refreshTikTokShop' },
  { label: 'Recalculate formulas', entry: 'recalculateTikTokShop' },
  { label: 'Fields and formulas', entry: 'openExplorer' },
] as const;

/** What `npm run build` leaves in dist/, sorted; nothing else may stand there. `.claspignore` lets the same through. */
export const BUILT_FILES = [
  'Cells.html',
  'Code.js',
  'Dashboards.html',
  'Explorer.html',
  'Inputs.html',
  'Notices.html',
  'Sample.html',
  'Sidebar.html',
  'Tabs.html',
  'Views.html',
  'Words.html',
  'Work.html',
  'appsscript.json',
] as const;

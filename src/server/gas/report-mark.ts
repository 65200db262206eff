/** Key of the developer metadata by which the tab of a report is found. */
export const KEY = 'tiktokshop.report';

/** What the tab's mark says; `writing` stays behind when a run was killed, and the next one completes it. */
export interface Mark {
  report: string;
  rows: number;
  columns: number;
  state: 'new' | 'writing' | 'done';
  /** Never written to the end: its headings still need their looks. */
  fresh?: boolean;
}

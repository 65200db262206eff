/** Line icons of our own, 20 by 20. They decorate: the words beside them carry the meaning. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  calendar: 'M4 5.5h12v10.5H4zM4 8.8h12M7.2 3.5v3.2M12.8 3.5v3.2',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  chevron: 'm6 8 4 4 4-4',
  clock: 'M10 6v4.2l2.8 1.8M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM12.5 7.5V4H4v8.5h3.5',
  dots: 'M10 4.5v1M10 9.5v1M10 14.5v1',
  edit: 'm4 16 .7-3.2 8.6-8.6 2.5 2.5-8.6 8.6zM11.6 5.9l2.5 2.5',
  grip: 'M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01',
  info: 'M10 9.2v4.6M10 6.4v.01M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  open: 'M11.5 4H16v4.5M16 4l-7 7M13.5 11.5V16H4V6.5h4.5',
  pause: 'M7.5 5.5v9M12.5 5.5v9',
  play: 'm7 4.8 8.2 5.2L7 15.2z',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  search: 'M13 13l3.5 3.5M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z',
  shop: 'M4.5 9v7h11V9M3 7l1.5-3h11L17 7c0 2.7-3.5 2.7-3.5 0 0 2.7-3.5 2.7-3.5 0 0 2.7-3.5 2.7-3.5 0C6.5 9.7 3 9.7 3 7z',
  table: 'M3.5 4.5h13v11h-13zM3.5 8.2h13M8 8.2v7.3',
  trash: 'M4.5 6h11M8 6V4h4v2M6 6l.6 10h6.8L14 6M8.6 9v4M11.4 9v4',
  undo: 'M7.5 4.5 4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H9',
  warn: 'M10 8v3.6M10 14v.01M10 3.5 17.3 16H2.7z',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);

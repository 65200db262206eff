import type { MenuItem } from '../../runtime/types';
import type { View } from '../wire';
import { doIt } from './ask';
import { Clock } from './clock';
import { Item, Popup } from './popup';

/** The file's name, its menus (the script's own, as its onOpen built them) and the clock. */
export function TitleBar({ view, lost }: { view: View; lost: boolean }) {
  return (
    <header class="title-bar">
      <Logo />
      <div class="title">
        <h1>{view.fileName}</h1>
        <nav class="menu-bar" aria-label="Menus">
          {view.menus.map((menu) => (
            <Popup key={menu.label} label={menu.label || 'Extensions'}>
              {(close) =>
                entriesOf(menu).map(({ label, path }) => (
                  <Item
                    key={path}
                    onChoose={() => {
                      close();
                      void doIt('menu', { path });
                    }}
                  >
                    {label}
                  </Item>
                ))
              }
            </Popup>
          ))}
          <Popup label="Calculate">
            {(close) => (
              <Item
                onChoose={() => {
                  close();
                  void doIt('recalculate', {});
                }}
              >
                Calculate all formulas again
              </Item>
            )}
          </Popup>
        </nav>
      </div>
      {lost && (
        <p class="lost" role="alert">
          The workbench has ended: start it again with npm start.
        </p>
      )}
      <Clock now={view.now} />
    </header>
  );
}

/** Items of a menu and, indented by their path, of its sub-menus. */
const entriesOf = (menu: MenuItem, path: readonly string[] = []): { label: string; path: string }[] =>
  (menu.items ?? []).flatMap((item) =>
    item.items
      ? entriesOf(item, [...path, item.label])
      : [
          {
            label: [...path, item.label].join(' › '),
            path: [menu.label, ...path, item.label].filter(Boolean).join('/'),
          },
        ],
  );

const Logo = () => (
  <svg class="logo" viewBox="0 0 32 40" aria-hidden="true">
    <path d="M4 0h17l11 11v25a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="#1e8e4e" />
    <path d="M21 0l11 11H23a2 2 0 0 1-2-2z" fill="#0b6b39" />
    <path
      d="M7 18h18v14H7zm2.500 2.500v3h5.250v-3zm7.750 0v3h5.250v-3zm-7.750 5.500v3.500h5.250V26zm7.750 0v3.500h5.250V26z"
      fill="#fff"
    />
  </svg>
);

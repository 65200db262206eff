import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabSummary, View } from '../wire';
import { Activity } from './activity';
import { doIt } from './ask';
import { Item, Popup } from './popup';

/** The tabs at the bottom. Hidden ones are in the list of all tabs; choosing one there shows it. */
export function TabStrip({ view }: { view: View }) {
  const { tabs, activeTab } = view;
  const show = (tab: number) => void doIt('showTab', { tab });
  return (
    <footer class="tab-strip">
      <button
        type="button"
        class="round"
        title="Add a tab"
        aria-label="Add a tab"
        onClick={() => void doIt('addTab', {})}
      >
        +
      </button>
      <Popup label="☰" name="All tabs" className="round" up>
        {(close) =>
          tabs.map(({ id, name, hidden }) => (
            <Item
              key={id}
              muted={hidden}
              onChoose={() => {
                close();
                show(id);
              }}
            >
              {name}
              {hidden && <small>hidden</small>}
            </Item>
          ))
        }
      </Popup>
      <div class="tabs" role="tablist" aria-label="Tabs">
        {tabs
          .filter(({ hidden, id }) => !hidden || id === activeTab)
          .map((tab) => (
            <Tab key={tab.id} tab={tab} active={tab.id === activeTab} only={tabs.length === 1} show={show} />
          ))}
      </div>
      <Activity entries={view.activity} />
    </footer>
  );
}

interface TabProps {
  readonly tab: TabSummary;
  readonly active: boolean;
  readonly only: boolean;
  readonly show: (tab: number) => void;
}

function Tab({ tab, active, only, show }: TabProps) {
  const [renaming, setRenaming] = useState(false);
  const rename = (name: string) => {
    setRenaming(false);
    if (name !== '' && name !== tab.name) void doIt('renameTab', { tab: tab.id, name });
  };
  if (renaming) return <NameField name={tab.name} done={rename} />;
  return (
    <div class={`tab ${active ? 'active' : ''}`}>
      <button
        type="button"
        role="tab"
        aria-selected={active}
        title={tab.protected ? 'Protected' : undefined}
        onClick={() => active || show(tab.id)}
        onDblClick={() => setRenaming(true)}
      >
        {tab.protected && <span class="lock" aria-hidden="true" />}
        {tab.name}
      </button>
      {active && (
        <Popup label={<span class="arrow" />} name={`Menu of ${tab.name}`} up>
          {(close) => {
            const choose = (deed: () => void) => () => {
              close();
              deed();
            };
            return (
              <>
                <Item onChoose={choose(() => setRenaming(true))}>Rename</Item>
                <Item disabled={only} onChoose={choose(() => void doIt('hideTab', { tab: tab.id }))}>
                  Hide
                </Item>
                <Item disabled={only} onChoose={choose(() => void doIt('deleteTab', { tab: tab.id }))}>
                  Delete
                </Item>
              </>
            );
          }}
        </Popup>
      )}
    </div>
  );
}

function NameField({ name, done }: { name: string; done: (name: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <input
      ref={input}
      class="tab-name"
      aria-label="Name of the tab"
      defaultValue={name}
      onBlur={({ currentTarget }) => done(currentTarget.value.trim())}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') done(name);
      }}
    />
  );
}

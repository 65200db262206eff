import { useEffect, useState } from 'preact/hooks';
import type { View } from '../wire';
import { doIt, useView } from './ask';
import { FormulaBar } from './formula-bar';
import { Grid } from './grid/grid';
import { type Place, TOP_LEFT } from './grid/place';
import { Messages } from './messages';
import { SidebarPanel } from './sidebar-panel';
import { TabStrip } from './tab-strip';
import { TitleBar } from './title-bar';

/** A cell being typed into; both the cell and the formula bar show the text. */
export interface Draft {
  readonly place: Place;
  readonly text: string;
  readonly inBar: boolean;
}

export function App() {
  const { view, lost } = useView();
  if (!view) return <p class="waiting">{lost ? 'The workbench does not answer.' : 'Opening…'}</p>;
  return <Workbench view={view} lost={lost} />;
}

function Workbench({ view, lost }: { view: View; lost: boolean }) {
  const tab = view.tabs.find(({ id }) => id === view.activeTab) ?? view.tabs[0];
  // Each tab keeps its own selection.
  const [places, setPlaces] = useState<Record<number, Place>>({});
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    document.title = `${view.fileName} – workbench`;
  }, [view.fileName]);
  if (!tab) return null;
  const place = places[tab.id] ?? TOP_LEFT;
  const select = (next: Place) => setPlaces({ ...places, [tab.id]: next });
  const commit = (a1: string, text: string) => {
    setDraft(null);
    void doIt('type', { tab: tab.id, a1, text });
  };
  return (
    <div class="workbench">
      <TitleBar view={view} lost={lost} />
      <FormulaBar
        tab={tab}
        revision={view.revision}
        place={place}
        select={select}
        draft={draft}
        setDraft={setDraft}
        commit={commit}
      />
      <div class="middle">
        <Grid
          key={tab.id}
          tab={tab}
          revision={view.revision}
          place={place}
          select={select}
          draft={draft}
          setDraft={setDraft}
          commit={commit}
        />
        {view.sidebar && <SidebarPanel page={view.sidebar.page} title={view.sidebar.title} />}
      </div>
      <TabStrip view={view} />
      <Messages messages={view.messages} />
    </div>
  );
}

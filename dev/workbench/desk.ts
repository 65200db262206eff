import type { Execution, RunOptions, TabView } from '../runtime/types';
import { cellInFull, cellsOf, summaryOf } from './cells';
import { createHistory } from './history';
import type { Installation } from './installation';
import { withScriptRun } from './script-run';
import type { CallAnswer, CallRequest, CellInFull, Cells, DeedName, Deeds, View } from './wire';

/** The open spreadsheet with one person at it: everything that the page can show or do. */
export interface Desk {
  view(): View;
  cells(tab: number, first: number, count: number): Cells;
  cell(tab: number, a1: string): CellInFull;
  /** HTML of a sidebar or dialog, ready to talk to the script. */
  page(id: number): string | null;
  /** google.script.run. */
  call(request: CallRequest): CallAnswer;
  /** The browser coming back from TikTok's consent page, as the path and query it came to. */
  visit(pathAndQuery: string): string;
  do<Name extends DeedName>(name: Name, input: Deeds[Name]): void;
  /** Lets the real time since the last action pass, and runs the triggers that fall due. */
  passRealTime(): void;
  /** Called after everything that may have changed the view. */
  onChange(listener: () => void): void;
}

/** Executions cannot wait for the page: it shows afterwards what was asked, and this is what was answered. */
const hooks: NonNullable<RunOptions['hooks']> = {
  answerDialog: ({ buttons }) => ({ button: buttons.startsWith('YES') ? 'YES' : 'OK' }),
};

export function openDesk({ runtime, document, user }: Installation): Desk {
  const history = createHistory();
  let revision = 1;
  let lastAction = Date.now();
  let changed = (): void => undefined;

  const file = runtime.document(document);
  const opened = runtime.openDocument(document, user);
  history.add(opened.execution, 'open');

  const note = (source: string, ...executions: Execution[]): void => {
    for (const execution of executions) history.add(execution, source);
    // What a run cost in virtual time is on the clock already; the real time that it took is not added.
    lastAction = Date.now();
    revision += 1;
    changed();
  };
  const passRealTime = (): void => {
    const now = Date.now();
    const fired = runtime.tick(Math.max(0, now - lastAction));
    lastAction = now;
    if (fired.length > 0) note('trigger', ...fired);
    else changed();
  };
  const tabOf = (id: number): TabView => file.tab(id);

  const deeds: { [Name in DeedName]: (input: Deeds[Name]) => void } = {
    menu: ({ path }) => note('menu', runtime.clickMenu(document, user, path, { hooks })),
    type({ tab, a1, text }) {
      tabOf(tab).type(a1, text);
      note('edit');
    },
    pass: ({ ms }) => note('trigger', ...runtime.tick(ms)),
    showTab({ tab }) {
      if (tabOf(tab).hidden) tabOf(tab).setHidden(false);
      tabOf(tab).activate();
      note('edit');
    },
    addTab() {
      file.addTab(`Sheet${file.tabs.length + 1}`).activate();
      note('edit');
    },
    renameTab({ tab, name }) {
      tabOf(tab).rename(name);
      note('edit');
    },
    hideTab({ tab }) {
      tabOf(tab).setHidden(true);
      note('edit');
    },
    setWidth({ tab, column, pixels }) {
      tabOf(tab).setColumnWidth(column, Math.min(2000, Math.max(20, Math.round(pixels))));
      note('edit');
    },
    deleteTab({ tab }) {
      tabOf(tab).delete();
      note('edit');
    },
    closeSidebar() {
      history.closeSidebar();
      note('edit');
    },
    recalculate: () => note('formula', ...runtime.recalculate(document)),
  };

  return {
    view: () => ({
      revision,
      now: runtime.clock.now(),
      fileName: file.name,
      tabs: file.tabs.map(summaryOf),
      activeTab: file.activeTab,
      menus: opened.menu,
      sidebar: history.sidebar,
      messages: history.messages,
      activity: history.activity,
    }),
    cells: (tab, first, count) => cellsOf(tabOf(tab), first, count, revision),
    cell: (tab, a1) => cellInFull(tabOf(tab).cell(a1)),
    page(id) {
      const page = history.page(id);
      return page ? withScriptRun(page.html, runtime.publicFunctions) : null;
    },
    call({ functionName, args }) {
      passRealTime();
      const execution = runtime.serverCall(document, user, functionName, args);
      // All calls of a sidebar go through few functions: the first argument says which one it is.
      const [what] = args;
      note(
        'sidebar',
        typeof what === 'string' ? { ...execution, functionName: `${functionName} ${what}` } : execution,
      );
      const { error, value = null } = execution;
      return error ? { error: { name: error.name, message: error.message } } : { value };
    },
    visit(pathAndQuery) {
      passRealTime();
      const { html, execution } = runtime.visit(`https://script.google.com${pathAndQuery}`, user);
      note('callback', ...(execution ? [execution] : []));
      return html;
    },
    do(name, input) {
      passRealTime();
      try {
        deeds[name](input);
      } catch (error) {
        // What Sheets would refuse with a dialog: a name that is taken, the last tab that is visible …
        history.tell('That is not possible', error instanceof Error ? error.message : String(error));
        changed();
      }
    },
    passRealTime,
    onChange(listener) {
      changed = listener;
    },
  };
}

import type { Execution, Page } from '../runtime/types';
import type { Activity, Message, View } from './wire';

const KEPT = 50;

/** What the script has shown and done so far, in the order in which it happened. */
export interface History {
  readonly messages: readonly Message[];
  readonly activity: readonly Activity[];
  readonly sidebar: View['sidebar'];
  add(execution: Execution, source: string): void;
  /** An alert of the workbench itself. */
  tell(title: string, text: string): void;
  closeSidebar(): void;
  page(id: number): Page | undefined;
}

export function createHistory(): History {
  let lastId = 0;
  let messages: Message[] = [];
  let activity: Activity[] = [];
  let sidebar: View['sidebar'] = null;
  const pages = new Map<number, Page>();

  const show = (message: Message): void => {
    messages = [...messages, message].slice(-KEPT);
  };
  const keep = (page: Page): number => {
    lastId += 1;
    pages.set(lastId, page);
    return lastId;
  };
  const id = (): number => {
    lastId += 1;
    return lastId;
  };

  return {
    get messages() {
      return messages;
    },
    get activity() {
      return activity;
    },
    get sidebar() {
      return sidebar;
    },
    add(execution, source) {
      const { functionName, startedAt, endedAt, calls, error, log } = execution;
      for (const { title, message } of execution.toasts)
        show({ id: id(), kind: 'toast', title, text: message });
      for (const { title, message } of execution.alerts)
        show({ id: id(), kind: 'alert', title, text: message });
      for (const dialog of execution.dialogs)
        show({ id: id(), kind: 'dialog', title: dialog.title, page: keep(dialog) });
      if (execution.sidebar) {
        if (sidebar) pages.delete(sidebar.page);
        sidebar = { page: keep(execution.sidebar), title: execution.sidebar.title };
      }
      // Sheets shows what a menu function throws; the sidebar tells about its own calls.
      if (error && source === 'menu') show({ id: id(), kind: 'alert', title: 'Error', text: error.message });
      const entry: Activity = {
        id: id(),
        name: functionName,
        source,
        startedAt,
        ms: endedAt - startedAt,
        calls: calls.length,
        error: error ? `${error.name}: ${error.message}` : null,
        log: log.map(({ text }) => text),
      };
      activity = [entry, ...activity].slice(0, KEPT);
    },
    tell: (title, text) => show({ id: id(), kind: 'alert', title, text }),
    closeSidebar() {
      if (sidebar) pages.delete(sidebar.page);
      sidebar = null;
    },
    page: (wanted) => pages.get(wanted),
  };
}

// The front door of the local Apps Script runtime; `types.ts` says what it promises.
import { carry } from './carry';
import { type CallCustom, calculate } from './document/formulas';
import type { DocumentState } from './document/state';
import { newTab } from './document/structure';
import { documentView } from './document-view';
import { execute } from './execution';
import { enumValue, handle, type World } from './execution-context';
import { closeExchange } from './http/exchange';
import { loadProject, readFolder } from './project';
import { addUse, quotaLeft } from './quotas';
import { initialState, randomText, type State } from './state';
import { fireDueTriggers } from './trigger-clock';
import type { Execution, MenuItem, RunOptions, Runtime, RuntimeOptions, User } from './types';
import { visitCallback } from './usercallback';

/** 2026-11-23T09:00:00Z, a Monday. */
const DEFAULT_NOW = Date.UTC(2026, 10, 23, 9);

export function createRuntime(options: RuntimeOptions = {}): Runtime {
  const project = loadProject(options.files ?? readFolder(options.dist ?? 'dist'));
  const world: World = {
    state: initialState(options.now ?? DEFAULT_NOW, options.scriptProperties ?? {}),
    project,
    scriptId: '1LocalRuntimeScriptId0123456789abcdefghijklmnopqrstuvwxyz',
    account: options.account ?? 'consumer',
    installedAs: options.installedAs ?? 'bound',
    hosts: options.hosts ?? {},
    countCpu: options.countCpu ?? false,
    locks: new Map(),
    running: 0,
    executions: 0,
  };

  const documentState = (id: string): DocumentState => {
    const found = world.state.documents[id];
    if (!found) throw new Error(`no spreadsheet ${id}`);
    return found;
  };

  /** Runs custom functions as the anonymous user they are; the quotas are those of whoever is at the keyboard. */
  function calculateFormulas(id: string, user: User): Execution[] {
    const executions: Execution[] = [];
    const call: CallCustom = (name, args) => {
      const execution = execute(world, name, args, { user, document: id, source: 'formula' });
      executions.push(execution);
      if (!execution.error) return { result: execution.value };
      const late = execution.killed && world.installedAs === 'addon';
      return { error: late ? 'Internal error executing the custom function' : execution.error.message };
    };
    calculate(documentState(id), world.state.now, project.declared, call);
    return executions;
  }

  function run(functionName: string, args: readonly unknown[], runOptions: RunOptions): Execution {
    if (runOptions.document !== undefined) documentState(runOptions.document);
    const execution = execute(world, functionName, args, runOptions);
    // Sheets calculates custom functions beside the script, in effect when it is done.
    if (world.running === 0)
      for (const id of Object.keys(world.state.documents)) calculateFormulas(id, runOptions.user);
    return execution;
  }

  function openDocument(document: string, user: User) {
    const { enabled } = documentState(document);
    const mode = world.installedAs === 'addon' && !enabled ? 'NONE' : 'LIMITED';
    delete world.state.menus[`${document} ${user}`];
    const event = {
      authMode: enumValue('AuthMode', mode),
      ...(mode === 'NONE' ? {} : { source: handle('Spreadsheet', { document }) }),
    };
    const execution = run('onOpen', [event], { user, document, source: 'open', mode });
    recalculate(document);
    return { menu: world.state.menus[`${document} ${user}`] ?? [], execution };
  }

  function recalculate(id: string): Execution[] {
    const document = documentState(id);
    document.customCalls = {};
    document.stale = true;
    return calculateFormulas(id, document.owner);
  }

  /** Using the add-on in a file enables it there, for everyone. */
  function use(document: string): void {
    documentState(document).enabled = true;
  }

  const runtime: Runtime = {
    clock: {
      now: () => world.state.now,
      advance(ms) {
        world.state.now += ms;
      },
    },
    scriptId: world.scriptId,
    publicFunctions: [...project.declared].filter((name) => !name.endsWith('_')),
    createSpreadsheet({ owner, name = 'Untitled spreadsheet', timeZone = 'Etc/UTC', locale = 'en_US' }) {
      const id = `1${randomText(world.state, 43)}`;
      const document: DocumentState = {
        id,
        name,
        owner,
        timeZone,
        locale,
        tabs: [],
        metadata: [],
        namedRanges: [],
        nextId: 1,
        activeTab: 0,
        enabled: false,
        customCalls: {},
        stale: false,
        awaiting: false,
      };
      document.tabs.push(newTab(document, 'Sheet1'));
      world.state.documents[id] = document;
      return id;
    },
    document: (id) =>
      documentView({
        document: () => documentState(id),
        now: () => world.state.now,
        changed: () => void calculateFormulas(id, documentState(id).owner),
      }),
    documentIds: () => Object.keys(world.state.documents),
    run,
    openDocument,
    clickMenu(document, user, label, extra = {}) {
      const menu = world.state.menus[`${document} ${user}`] ?? openDocument(document, user).menu;
      const item = findItem(menu, label);
      if (item?.functionName === undefined) throw new Error(`no menu item ${label}: ${JSON.stringify(menu)}`);
      use(document);
      return run(item.functionName, [], { user, document, source: 'menu', ...extra });
    },
    serverCall(document, user, functionName, args, extra = {}) {
      use(document);
      const carried = Array.from(args, (arg, i) => carry(arg, `argument ${i + 1}`) ?? null);
      const visible = runtime.publicFunctions.includes(functionName);
      // A name that is not offered is not even sent; the answer is the same as for one that does not exist.
      const name = visible ? functionName : `${functionName} (not public)`;
      return run(name, carried, { user, document, source: 'rpc', ...extra });
    },
    visit: (url, user, extra = {}) => visitCallback(world, run, url, user, extra),
    tick: (ms = 0, extra = {}) => fireDueTriggers(world, run, ms, extra),
    recalculate,
    triggers: () =>
      world.state.triggers.map(({ uid, functionName, user, document, dueAt, disabled }) => ({
        uid,
        functionName,
        user,
        document,
        dueAt,
        disabled,
      })),
    properties(scope) {
      if (scope === 'script') return { ...world.state.scriptProperties };
      return 'user' in scope
        ? { ...world.state.userProperties[scope.user] }
        : { ...world.state.documentProperties[scope.document] };
    },
    mails: () => structuredClone(world.state.mails),
    setAuthorized(user, authorized) {
      const others = world.state.revoked.filter((name) => name !== user);
      world.state.revoked = authorized ? others : [...others, user];
    },
    useUp(user, quota) {
      addUse(world.state, user, quota, quotaLeft(world.state, user, world.account, quota));
    },
    setEnabled(document, enabled) {
      documentState(document).enabled = enabled;
    },
    snapshot: () => JSON.stringify(world.state),
    restore(snapshot) {
      world.state = JSON.parse(snapshot) as State;
    },
    close: closeExchange,
  };
  return runtime;
}

function findItem(menus: readonly MenuItem[], label: string): MenuItem | undefined {
  for (const item of menus) {
    if (item.functionName !== undefined && item.label === label) return item;
    const rest = label.startsWith(`${item.label}/`) ? label.slice(item.label.length + 1) : label;
    const found = item.items && findItem(item.items, rest);
    if (found) return found;
  }
  return undefined;
}

import { interfaceCost } from '../costs';
import { type ExecutionContext, enumValue, type PageState } from '../execution-context';
import { pure, read, service, write } from '../method';
import { SELF } from '../protocol';
import { ServiceError } from '../service-error';
import type { DialogAnswer, MenuItem } from '../types';

interface MenuState {
  label: string;
  items: MenuItem[];
}

function menu(context: ExecutionContext, label: string) {
  return context.keep('Menu', { label, items: [] } satisfies MenuState);
}

function ask(context: ExecutionContext, args: unknown[]): DialogAnswer {
  const texts = args.filter((arg): arg is string => typeof arg === 'string');
  const buttons = args.find((arg) => typeof arg === 'object' && arg !== null) as { name: string } | undefined;
  const [title, message] = texts.length > 1 ? [texts[0] ?? '', texts[1] ?? ''] : ['', texts[0] ?? ''];
  context.alerts.push({ title, message });
  const dialog = { title, message, buttons: buttons?.name ?? 'OK' };
  return context.options.hooks?.answerDialog?.(dialog) ?? { button: 'CLOSE' };
}

function page(context: ExecutionContext, mark: unknown, title?: string): PageState {
  const { title: own, html } = context.kept<PageState>(mark, 'HtmlOutput');
  return { title: title ?? own, html };
}

function dialog(context: ExecutionContext, mark: unknown, title: unknown): void {
  if (typeof title !== 'string') throw new ServiceError('Invalid argument: title');
  context.dialogs.push(page(context, mark, title));
}

const ui = service('dialog', {
  createMenu: { ...read((context, _, label: string) => menu(context, label), 1), needs: 'menu' },
  createAddonMenu: { ...read((context) => menu(context, ''), 1), needs: 'menu' },
  alert: write(
    (context, _, ...args: unknown[]) => enumValue('Button', ask(context, args).button),
    interfaceCost,
  ),
  prompt: write(
    (context, _, ...args: unknown[]) => context.keep('PromptResponse', ask(context, args)),
    interfaceCost,
  ),
  showSidebar: write((context, _, output: unknown) => {
    context.sidebar = page(context, output);
  }, interfaceCost),
  showModalDialog: write(
    (context, _, output: unknown, title: unknown) => dialog(context, output, title),
    interfaceCost,
  ),
  showModelessDialog: write(
    (context, _, output: unknown, title: unknown) => dialog(context, output, title),
    interfaceCost,
  ),
});

const menuService = {
  addItem: pure((context, key, label: string, functionName: string) => {
    if (typeof label !== 'string' || typeof functionName !== 'string')
      throw new ServiceError('Invalid argument: a menu item needs a caption and the name of a function');
    context.kept<MenuState>(key, 'Menu').items.push({ label, functionName });
    return SELF;
  }),
  addSeparator: pure(() => SELF),
  addSubMenu: pure((context, key, sub: unknown) => {
    const { label, items } = context.kept<MenuState>(sub, 'Menu');
    context.kept<MenuState>(key, 'Menu').items.push({ label, items });
    return SELF;
  }),
  addToUi: {
    ...write((context, key) => {
      const { label, items } = context.kept<MenuState>(key, 'Menu');
      const menus = context.state.menus[`${context.documentId} ${context.user}`] ?? [];
      // Adding a menu of the same name replaces it.
      const others = menus.filter((other) => other.label !== label);
      context.state.menus[`${context.documentId} ${context.user}`] = [
        ...others,
        { label, items: [...items] },
      ];
    }, interfaceCost),
    needs: 'menu' as const,
  },
};

const promptResponse = {
  getSelectedButton: pure((context, key) =>
    enumValue('Button', context.kept<DialogAnswer>(key, 'PromptResponse').button),
  ),
  getResponseText: pure((context, key) => context.kept<DialogAnswer>(key, 'PromptResponse').text ?? ''),
};

export const uiServices = { Ui: ui, Menu: menuService, PromptResponse: promptResponse };

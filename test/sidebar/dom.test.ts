// Elements made from views, in a real browser: whatever was shown before, what is shown now is as if it were shown first.
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import type { Fragment, h, render } from '../../src/sidebar/dom';
import { describeInBrowser, launchBrowser } from '../browser';

declare const dom: { h: typeof h; render: typeof render; Fragment: typeof Fragment };

/** A tree as plain data: a text, nothing, a list, or an element by its name, some props and children. */
type Tree = string | null | Tree[] | { tag: string; props: Record<string, string | boolean>; in: Tree[] };

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('one', 'two'),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.record({
      tag: fc.constantFrom('p', 'div', 'span', 'svg', 'Card', 'Pair', 'input'),
      props: fc.dictionary(
        fc.constantFrom('key', 'class', 'aria-hidden', 'inert', 'title', 'value'),
        fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.boolean()),
        { maxKeys: 3 },
      ),
      in: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

describeInBrowser('An element', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    const { outputFiles } = buildSync({
      stdin: { contents: `export * from './src/sidebar/dom'`, resolveDir: '.', loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'dom',
    });
    await page.addScriptTag({ content: outputFiles[0]!.text });
    await page.evaluate(() => {
      const { h, render, Fragment } = dom;
      const views: Record<string, Parameters<typeof h>[0]> = {
        Card: ({ children }) => h('section', { title: 'card' }, children as never),
        Pair: ({ children }) => h(Fragment, null, h('b', null, children as never), 'and', h('i', null)),
      };
      const made = (tree: Tree): ReturnType<typeof h> =>
        tree === null || typeof tree === 'string'
          ? tree
          : Array.isArray(tree)
            ? tree.map(made)
            : // Only the page's own controls have values.
              h(
                views[tree.tag] ?? tree.tag,
                { ...tree.props },
                ...(tree.tag === 'input' ? [] : tree.in.map(made)),
              );
      const root = document.createElement('main');
      document.body.append(root);
      Object.assign(globalThis, {
        root,
        show: (tree: Tree, into: Element = root) => render(made(tree) as never, into),
      });
    });
  });
  afterAll(() => browser.close());

  test('looks the same whatever stood there before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 4 }), async (trees) => {
        const [now, fresh] = await page.evaluate((json: string) => {
          const shown = JSON.parse(json) as Tree[];
          const { show } = globalThis as unknown as { show: (tree: Tree, into?: Element) => void };
          const [old, anew] = [document.createElement('main'), document.createElement('main')];
          for (const one of shown) show(one, old);
          show(shown[shown.length - 1] as Tree, anew);
          return [old.innerHTML, anew.innerHTML];
        }, JSON.stringify(trees));
        expect(now).toBe(fresh);
      }),
      { numRuns: 150 },
    );
  });

  test('of which there are two with one key stands there twice', async () => {
    const shown = await page.evaluate(() => {
      const { show, root } = globalThis as unknown as { show: (tree: Tree) => void; root: Element };
      const same: Tree = { tag: 'p', props: { key: 'a' }, in: ['same'] };
      show([same, same]);
      return root.textContent;
    });
    expect(shown).toBe('samesame');
  });

  test('stays the same node while its key, its place and its view do', async () => {
    const kept = await page.evaluate(() => {
      const { show, root } = globalThis as unknown as { show: (tree: Tree) => void; root: Element };
      const item = (key: string, tag = 'p'): Tree => ({ tag, props: { key, title: key }, in: [key] });
      const by = (key: string) => root.querySelector(`[title="${key}"]`);
      show([[item('a'), item('b'), item('c')]]);
      const before = ['a', 'b', 'c'].map(by);
      show([[item('c'), item('a'), item('b', 'div')]]);
      const list = ['a', 'c', 'b'].map((key) => before.includes(by(key)));
      show([{ tag: 'Card', props: {}, in: ['x'] }]);
      const card = root.firstElementChild;
      show([{ tag: 'section', props: {}, in: ['x'] }]);
      return [...list, card === root.firstElementChild];
    });
    expect(kept).toEqual([true, true, false, false]);
  });

  test('of a list keeps what the user sees and has typed when something comes before it', async () => {
    const typed = await page.evaluate(() => {
      const field: Tree = { tag: 'input', props: { title: 'mine' }, in: [] };
      const { show, root } = globalThis as unknown as { show: (tree: Tree) => void; root: Element };
      show([null, field]);
      const mine = root.querySelector('input')!;
      mine.value = 'typed';
      mine.focus();
      show([{ tag: 'p', props: {}, in: ['news'] }, field]);
      return [root.querySelector('input')!.value, document.activeElement === mine];
    });
    expect(typed).toEqual(['typed', true]);
  });

  test('of a choice has the chosen option, also one that comes with it', async () => {
    const chosen = await page.evaluate(() => {
      const { h, render } = dom;
      const root = document.createElement('div');
      const choose = (value: string, ...ids: string[]) => {
        const options = ids.map((id) => h('option', { key: id, value: id }, `Option ${id}`));
        render(h('select', { value }, options) as never, root);
        return root.querySelector('select')!.value;
      };
      return [choose('b', 'a', 'b'), choose('', '', 'a', 'b'), choose('c', 'c', 'a')];
    });
    expect(chosen).toEqual(['b', '', 'c']);
  });

  test('listens to what it was told last, and to nothing once that is gone', async () => {
    const heard = await page.evaluate(() => {
      const { h, render } = dom;
      const root = document.createElement('div');
      const said: string[] = [];
      for (const onClick of [() => said.push('first'), () => said.push('second'), undefined]) {
        render(h('button', { onClick }) as never, root);
        root.querySelector('button')!.click();
      }
      return said;
    });
    expect(heard).toEqual(['first', 'second']);
  });
});

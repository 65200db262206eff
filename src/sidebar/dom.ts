/**
 * Elements and what they are made of: the views are functions of one state, so there is nothing here to remember or to
 * wait for. JSX becomes calls of `h`; its types are Preact's, of which this does what the page uses, in a tenth of the size.
 */
import type { ComponentChild } from 'preact';

interface Element {
  tag: string;
  props: Props;
  children: Child[];
  key: string | number | undefined;
  /** The innermost view that it is the outside of: one view's element never becomes another's. */
  of: View | undefined;
}
type Child = Element | string | number | boolean | null | undefined | Child[];
type Props = Record<string, unknown>;
type View = (props: Props) => Child;

/** Keeps what was shown with its node, to be compared with what is shown next. */
interface Shown extends globalThis.Element {
  shown?: Element | undefined;
  nodes?: Map<string, ChildNode>;
}

/** JSX: an element by its name, or what a view makes of its props. */
export function h(tag: string | View, props: Props | null, ...children: Child[]): Child {
  const { key, ...given } = props ?? {};
  if (typeof tag === 'string')
    return { tag, props: given, children, key: key as Element['key'], of: undefined };
  const made = tag({ ...given, children });
  if (!isElement(made)) return made;
  return { ...made, key: made.key ?? (key as Element['key']), of: made.of ?? tag };
}

/** JSX: `<>…</>`. */
export const Fragment = ({ children }: Props): Child => children as Child;

/** Makes a node's content what the child says; nodes that stay what they were are kept, with their focus and scroll. */
export const render = (child: ComponentChild, root: globalThis.Element): void =>
  fill(root, [child as Child], root.namespaceURI ?? '');

const isElement = (child: Child): child is Element =>
  typeof child === 'object' && child !== null && !Array.isArray(child);

/** Children by place: the way to them through the JSX, in which a key stands for a position. */
function placed(children: Child[], way: string, into: Map<string, Element | string>) {
  children.forEach((child, at) => {
    if (child === null || child === undefined || typeof child === 'boolean') return;
    let place = isElement(child) && child.key !== undefined ? `${way}:${child.key}` : way + at;
    if (Array.isArray(child)) placed(child, `${place}.`, into);
    else {
      while (into.has(place)) place += '+';
      into.set(place, isElement(child) ? child : String(child));
    }
  });
  return into;
}

function fill(parent: Shown, children: Child[], space: string) {
  const before = parent.nodes ?? new Map<string, ChildNode>();
  const nodes = new Map<string, ChildNode>();
  for (const [place, child] of placed(children, '', new Map()))
    nodes.set(place, nodeOf(before.get(place), child, space));
  const kept = new Set(nodes.values());
  for (const node of before.values()) if (!kept.has(node)) node.remove();
  let at = parent.firstChild;
  for (const node of kept)
    if (node === at) at = node.nextSibling;
    else parent.insertBefore(node, at);
  parent.nodes = nodes;
}

/** The node as it was, changed, if it stands for the same; else a new one. */
function nodeOf(old: ChildNode | undefined, child: Element | string, outside: string): ChildNode {
  if (typeof child === 'string') {
    if (!(old instanceof Text)) return document.createTextNode(child);
    if (old.data !== child) old.data = child;
    return old;
  }
  const { tag, props, children, of } = child;
  const was = (old as Shown | undefined)?.shown;
  const space = tag === 'svg' ? 'http://www.w3.org/2000/svg' : outside;
  const same = was?.tag === tag && was.of === of;
  const node = (same ? old : document.createElementNS(space, tag)) as Shown;
  const past: Props = same ? was.props : {};
  const control = /^(input|select|textarea)$/.test(tag);
  for (const name of Object.keys({ ...past, ...props })) {
    const value = props[name];
    if (control && (name === 'value' || name === 'checked')) continue;
    if (name.startsWith('on')) Object.assign(node, { [name.toLowerCase()]: value });
    else if (value !== past[name]) setAttribute(node, name, value);
  }
  fill(node, children, space);
  // What the user may have changed, and a choice needs its options first.
  if (control)
    for (const name of ['value', 'checked'] as const)
      if (name in props && Reflect.get(node, name) !== props[name]) Reflect.set(node, name, props[name]);
  node.shown = child;
  return node;
}

/** Only aria and spelling know the word `false`; all else is absent then. */
function setAttribute(node: globalThis.Element, name: string, value: unknown) {
  if (value === undefined || value === null || (value === false && !/-|^spell/.test(name)))
    node.removeAttribute(name);
  else node.setAttribute(name, String(value));
}

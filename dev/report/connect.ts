import type { Installation } from '../workbench/installation';
import { Problematic } from './problematic';

/**
 * What a seller does to connect all of the simulator's shops, without a browser: follow the add-on's link to the
 * consent page, press its button, and come back to the add-on.
 */
export async function connect({ runtime, user, rpc }: Installation): Promise<void> {
  const link = rpc('consentLink', { market: 'global' });
  if (!link.ok) throw new Problematic(link.problem);
  const asOfNow = () => ({ headers: { 'x-virtual-now': String(runtime.clock.now()) } });
  const page = await (await fetch(link.value.url, asOfNow())).text();
  const pressed = await fetch(pressAuthorize(link.value.url, page), { ...asOfNow(), redirect: 'manual' });
  const address = pressed.headers.get('location');
  if (!address) throw new Error(`the consent page did not lead back: HTTP ${pressed.status}`);
  const { html } = runtime.visit(address, user);
  const overview = rpc('overview', null);
  if (!overview.ok) throw new Problematic(overview.problem);
  if (overview.value.connections.length === 0) throw new Error(`the add-on is not connected: ${html}`);
}

/** The address to which the form goes: every hidden field, the chosen seller, and the button's own value. */
function pressAuthorize(shown: string, page: string): URL {
  const attribute = (tag: string, name: string) =>
    textOf(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const form = /<form[^>]*>/.exec(page)?.[0] ?? '';
  const address = new URL(attribute(form, 'action'), shown);
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const chosen = !tag.includes('type="radio"') || tag.includes(' checked');
    if (chosen) address.searchParams.set(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  address.searchParams.set('decision', 'authorize');
  return address;
}

const textOf = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

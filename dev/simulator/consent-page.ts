import type { App } from './app';
import type { Incoming } from './incoming';
import { html, type Reply } from './reply';
import type { Seller } from './sellers';
import type { World } from './world';

export const CONSENT_PATH = '/open/authorize';
/** Stands for the consent page of the US, which is on a host of its own. */
export const US_CONSENT_PATH = '/us/open/authorize';

/**
 * GET /open/authorize?service_id&state shows the page; its two buttons lead to the same path with `decision`, which
 * redirects to the address registered for the app. A test may call the second address at once.
 */
export function consentPage(world: World, { path, query, now }: Incoming): Reply {
  const app = path === US_CONSENT_PATH ? world.usApp : world.app;
  if (!app || query['service_id'] !== app.serviceId) {
    return html(page('This app does not exist', '<p>Unknown <code>service_id</code>.</p>'), 400);
  }
  const state = query['state'] ?? '';
  const seller = world.sellers.find(({ openId }) => openId === query['seller']) ?? world.sellers[0]!;
  if (query['decision'] === 'authorize') {
    return redirect(app.redirectUrl, {
      app_key: app.appKey,
      code: world.authorizations.newCode(seller, app, now),
      locale: 'en',
      shop_region: seller.region,
      state,
    });
  }
  if (query['decision'] === 'deny') {
    return redirect(app.redirectUrl, { code: 'null', error: 'auth_denied', state });
  }
  return html(page('Authorize this app?', form(world, app, path, state)));
}

function redirect(target: string, parameters: Record<string, string>): Reply {
  const query = new URLSearchParams(parameters).toString();
  return {
    status: 302,
    body: '',
    headers: { location: `${target}${target.includes('?') ? '&' : '?'}${query}` },
  };
}

function form({ sellers, story }: World, app: App, path: string, state: string): string {
  const shopsOf = (seller: Seller) =>
    story.shops
      .filter((shop) => seller.shopIds.includes(shop.id))
      .map(
        (shop) =>
          `<li>${htmlText(shop.name)} <small>${shop.region.code} · ${htmlText(shop.code)}</small></li>`,
      )
      .join('');
  const choices = sellers.map(
    (seller, at) =>
      `<fieldset><legend><label><input type="radio" name="seller" value="${seller.openId}"${
        at === 0 ? ' checked' : ''
      }> ${htmlText(seller.name)}</label></legend><ul>${shopsOf(seller)}</ul></fieldset>`,
  );
  return `<form method="get" action="${path}">
<p>The app asks to read the data of your shops.</p>
${choices.join('\n')}
<details><summary>Permissions</summary><ul>${app.scopes.map((scope) => `<li>${htmlText(scope)}</li>`).join('')}</ul></details>
<input type="hidden" name="service_id" value="${htmlText(app.serviceId)}">
<input type="hidden" name="state" value="${htmlText(state)}">
<p><button name="decision" value="authorize" id="authorize">Authorize</button>
<button name="decision" value="deny" id="deny">Deny</button></p>
</form>`;
}

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} – TikTok Shop simulator</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#161823}
fieldset{border:1px solid #8a8b91;border-radius:8px;margin:0 0 1rem}
button{font:inherit;padding:.5rem 1.25rem;border-radius:8px;border:1px solid #161823;background:#fff;cursor:pointer}
#authorize{background:#161823;color:#fff}
</style></head><body><main><p><small>TikTok Shop simulator</small></p><h1>${title}</h1>${content}</main></body></html>`;

const htmlText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

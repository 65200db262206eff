import type { Refusal } from '../refusal';
import type { Shop } from '../shop';

/** A call that has passed the gateway, as an endpoint sees it. */
export type EndpointCall = {
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Values of {placeholders} in the path. */
  readonly path: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly now: number;
  /** The shops the access token covers. */
  readonly shops: readonly Shop[];
};

type Common = { readonly method: 'GET' | 'POST'; readonly path: string; readonly scope: string };

/** What one endpoint of TikTok's API takes, refuses and answers. */
export type Endpoint = Common &
  (
    | {
        readonly shopCipher: 'forbidden';
        check(call: EndpointCall): Refusal | undefined;
        answer(call: EndpointCall): Record<string, unknown>;
      }
    | {
        readonly shopCipher: 'required';
        check(call: EndpointCall, shop: Shop): Refusal | undefined;
        answer(call: EndpointCall, shop: Shop): Record<string, unknown>;
      }
  );

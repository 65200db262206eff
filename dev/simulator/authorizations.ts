import { createHash } from 'node:crypto';
import type { App } from './app';
import type { Seller } from './sellers';

export type Grant = {
  readonly seller: Seller;
  readonly appKey: string;
  scopes: readonly string[];
  revoked: boolean;
  /** Times in milliseconds. The refresh token of a grant lives to the end of the authorization. */
  readonly endsAt: number;
  refreshToken: string;
};

export type AccessToken = { readonly grant: Grant; expiresAt: number };
export type TokenPair = { readonly accessToken: string; readonly expiresAt: number; readonly grant: Grant };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Codes, access tokens and refresh tokens of all sellers. */
export type Authorizations = ReturnType<typeof authorizations>;

export function authorizations(seed: string) {
  const codes = new Map<string, { seller: Seller; app: App; expiresAt: number }>();
  const access = new Map<string, AccessToken>();
  const grants: Grant[] = [];
  const lifetime = { accessMs: 7 * DAY, refreshMs: 365 * DAY, codeMs: 30 * MINUTE };
  let issued = 0;

  const opaque = (seller: Seller, what: string) => {
    issued += 1;
    const random = createHash('sha256').update(`${seed} ${what} ${issued}`).digest('base64url');
    return `${seller.region === 'US' ? 'TTP' : 'ROW'}_${random}`;
  };
  const issue = (grant: Grant, now: number): TokenPair => {
    const accessToken = opaque(grant.seller, 'access');
    const expiresAt = now + lifetime.accessMs;
    access.set(accessToken, { grant, expiresAt });
    grant.refreshToken = opaque(grant.seller, 'refresh');
    return { accessToken, expiresAt, grant };
  };

  return {
    lifetime,
    grants: grants as readonly Grant[],

    newCode(seller: Seller, app: App, now: number): string {
      const code = opaque(seller, 'code');
      codes.set(code, { seller, app: { ...app }, expiresAt: now + lifetime.codeMs });
      return code;
    },

    /** A code works once. Undefined if it is unknown, used or too old. */
    redeem(code: string, appKey: string, now: number): TokenPair | undefined {
      const found = codes.get(code);
      codes.delete(code);
      if (!found || found.app.appKey !== appKey || now >= found.expiresAt) return undefined;
      const grant: Grant = {
        seller: found.seller,
        appKey,
        scopes: found.app.scopes,
        revoked: false,
        endsAt: now + lifetime.refreshMs,
        refreshToken: '',
      };
      grants.push(grant);
      return issue(grant, now);
    },

    /** Gives a new pair and kills the old refresh token; the old access token lives on until it expires. */
    refresh(refreshToken: string, appKey: string, now: number): TokenPair | undefined {
      const grant = grants.find((each) => each.refreshToken === refreshToken);
      if (!grant || grant.revoked || grant.appKey !== appKey || now >= grant.endsAt) return undefined;
      return issue(grant, now);
    },

    find: (accessToken: string): AccessToken | undefined => access.get(accessToken),

    /** Expires one access token, or all of them. */
    expire(now: number, accessToken?: string): void {
      for (const [name, token] of access) {
        if (accessToken === undefined || name === accessToken)
          token.expiresAt = Math.min(token.expiresAt, now);
      }
    },

    /** The seller (or every seller) takes the authorization back. */
    revoke(openId?: string): void {
      for (const grant of grants) {
        if (openId === undefined || grant.seller.openId === openId) grant.revoked = true;
      }
    },
  };
}

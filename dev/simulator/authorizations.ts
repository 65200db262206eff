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
  const lifetime = { accessMs: 7 * DAY, refreshMs: 365 * DAY, codeMs: 30 * MINUTE };
  let given = {
    codes: new Map<string, { seller: Seller; app: App; expiresAt: number }>(),
    access: new Map<string, AccessToken>(),
    grants: [] as Grant[],
    issued: 0,
  };
  let kept = structuredClone(given);

  const opaque = (seller: Seller, what: string) => {
    given.issued += 1;
    const random = createHash('sha256').update(`${seed} ${what} ${given.issued}`).digest('base64url');
    return `${seller.region === 'US' ? 'TTP' : 'ROW'}_${random}`;
  };
  const issue = (grant: Grant, now: number): TokenPair => {
    const accessToken = opaque(grant.seller, 'access');
    const expiresAt = now + lifetime.accessMs;
    given.access.set(accessToken, { grant, expiresAt });
    grant.refreshToken = opaque(grant.seller, 'refresh');
    return { accessToken, expiresAt, grant };
  };

  return {
    lifetime,
    grants: (): readonly Grant[] => given.grants,

    /** Keeps everything as it is now for `recall`: whoever sets a spreadsheet back needs the tokens of that time. */
    keep(): void {
      kept = structuredClone(given);
    },
    recall(): void {
      given = structuredClone(kept);
    },

    newCode(seller: Seller, app: App, now: number): string {
      const code = opaque(seller, 'code');
      given.codes.set(code, { seller, app: { ...app }, expiresAt: now + lifetime.codeMs });
      return code;
    },

    /** A code works once. Undefined if it is unknown, used or too old. */
    redeem(code: string, appKey: string, now: number): TokenPair | undefined {
      const found = given.codes.get(code);
      given.codes.delete(code);
      if (!found || found.app.appKey !== appKey || now >= found.expiresAt) return undefined;
      const grant: Grant = {
        seller: found.seller,
        appKey,
        scopes: found.app.scopes,
        revoked: false,
        endsAt: now + lifetime.refreshMs,
        refreshToken: '',
      };
      given.grants.push(grant);
      return issue(grant, now);
    },

    /** Gives a new pair and kills the old refresh token; the old access token lives on until it expires. */
    refresh(refreshToken: string, appKey: string, now: number): TokenPair | undefined {
      const grant = given.grants.find((each) => each.refreshToken === refreshToken);
      if (!grant || grant.revoked || grant.appKey !== appKey || now >= grant.endsAt) return undefined;
      return issue(grant, now);
    },

    find: (accessToken: string): AccessToken | undefined => given.access.get(accessToken),

    /** Expires one access token, or all of them. */
    expire(now: number, accessToken?: string): void {
      for (const [name, token] of given.access) {
        if (accessToken === undefined || name === accessToken)
          token.expiresAt = Math.min(token.expiresAt, now);
      }
    },

    /** The seller (or every seller) takes the authorization back. */
    revoke(openId?: string): void {
      for (const grant of given.grants) {
        if (openId === undefined || grant.seller.openId === openId) grant.revoked = true;
      }
    },
  };
}

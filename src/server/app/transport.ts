import { ProblemError } from '../../shared/problem';
import { SAMPLE_SHOP } from '../../shared/sample-shop';
import { readReply } from '../core/reply';
import { signedRequest } from '../core/request';
import type { Transport } from '../core/send';
import { listConnections, type StoredConnection } from './connections';
import type { Deps } from './deps';
import { credentials } from './settings';
import { goodFor, validConnection } from './tokens';
import { strangerTo } from './who-has';

/** Whoever answers calls about a shop. Its calls throw ProblemError `not_connected` where the user has no connection. */
export function transportFor(deps: Deps, shop: string): Transport {
  if (shop === SAMPLE_SHOP) return sampleTransport(deps);
  const connection = listConnections(deps).find(({ shops }) => shops.some(({ id }) => id === shop));
  const found = connection?.shops.find(({ id }) => id === shop);
  if (!connection || !found) return unconnected(deps, shop);
  return tiktokTransport(deps, connection.id, found.cipher, found.name);
}

/** What needs no call works without a connection: a collaborator's report whose data are all stored. */
function unconnected(deps: Deps, shop: string): Transport {
  const refuse = () => {
    throw new ProblemError('not_connected', strangerTo(deps, shop));
  };
  return { label: shop, send: refuse, renew: refuse };
}

/** TikTok over HTTP. `cipher` is null for calls that are not about one shop. */
export function tiktokTransport(
  deps: Deps,
  connectionId: string,
  cipher: string | null,
  label: string,
): Transport {
  let held: StoredConnection | null = null;
  return {
    label,
    // The connection is looked at only now: what needs no call needs no connection.
    send(calls) {
      if (!held || !goodFor(deps, held)) held = validConnection(deps, connectionId);
      const connection = held;
      const app = credentials(deps, connection.market);
      const signing = {
        appKey: app.appKey,
        appSecret: app.appSecret,
        accessToken: connection.accessToken,
        ...(cipher === null ? {} : { shopCipher: cipher }),
      };
      const now = deps.clock.now();
      return deps.http.fetchAll(calls.map((call) => signedRequest(call, signing, now))).map(readReply);
    },
    renew() {
      held = validConnection(deps, connectionId, held?.accessToken ?? null);
    },
  };
}

/** The sample shop: the same calls, answered on the spot. */
function sampleTransport(deps: Deps): Transport {
  return {
    label: 'the sample shop',
    send: (calls) =>
      calls.map((call) => {
        const { status, body } = deps.sample({
          method: call.method,
          path: call.path,
          query: call.query,
          now: deps.clock.now(),
          ...(call.body === null ? {} : { body: JSON.parse(call.body) as unknown }),
        });
        return readReply({ status, headers: {}, body });
      }),
    renew: () => undefined,
  };
}

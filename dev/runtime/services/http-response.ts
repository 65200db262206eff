import { bytes, type ExecutionContext } from '../execution-context';
import { pure } from '../method';
import { blobHandle } from './blob';

export interface ResponseState {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

const of = (context: ExecutionContext, key: unknown): ResponseState =>
  context.kept<ResponseState>(key, 'HTTPResponse');

/** A header that came several times is an array in getAllHeaders, its last value in getHeaders. */
function headers(list: readonly [string, string][], several: boolean): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of list) {
    const before = found[name];
    found[name] = before === undefined || !several ? value : [before, value].flat();
  }
  return found;
}

const httpResponse = {
  getResponseCode: pure((context, key) => of(context, key).status),
  getContentText: pure((context, key) => Buffer.from(of(context, key).body).toString('utf8')),
  getContent: pure((context, key) => bytes(of(context, key).body)),
  getHeaders: pure((context, key) => headers(of(context, key).headers, false)),
  getAllHeaders: pure((context, key) => headers(of(context, key).headers, true)),
  getBlob: pure((context, key) => {
    const { body, headers: list } = of(context, key);
    const contentType = list.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
    return blobHandle(context, { data: body, contentType, name: null });
  }),
};

export const httpResponseServices = { HTTPResponse: httpResponse };

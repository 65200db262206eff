import { createHash, createHmac } from 'node:crypto';
import { types } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatPattern } from '../document/date-pattern';
import { isZone } from '../document/zone';
import { bytes, type ExecutionContext } from '../execution-context';
import { pure, read } from '../method';
import { ServiceError, signatureMismatch } from '../service-error';
import { random } from '../state';
import { type BlobState, blobHandle, toBytes } from './blob';

interface EnumMark {
  name: string;
}

const digests: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Without a charset Google encodes as US-ASCII, where every other character becomes '?'. */
function encoded(context: ExecutionContext, value: unknown, charset?: EnumMark): Uint8Array {
  if (typeof value !== 'string') return toBytes(context, value);
  return charset?.name === 'UTF_8'
    ? Buffer.from(value, 'utf8')
    : Buffer.from([...value].map((c) => (c.charCodeAt(0) < 128 ? c : '?')).join(''), 'ascii');
}

function hmac(algorithm: string) {
  return pure((context, _, value: unknown, key: unknown, charset?: EnumMark) =>
    bytes(
      createHmac(algorithm, encoded(context, key, charset))
        .update(encoded(context, value, charset))
        .digest(),
    ),
  );
}

/** Google's web-safe alphabet keeps the padding. */
const webSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

function decodeBase64(text: unknown): Uint8Array {
  if (typeof text !== 'string' || !/^[\w+/-]*={0,2}$/.test(text))
    throw new ServiceError('Could not decode string.');
  return Buffer.from(text, 'base64');
}

function gzip(context: ExecutionContext, mark: unknown, name?: string) {
  const { data } = context.kept<BlobState>(mark, 'Blob');
  return blobHandle(context, {
    data: gzipSync(data),
    contentType: 'application/x-gzip',
    name: name ?? 'archive.gz',
  });
}

function ungzip(context: ExecutionContext, mark: unknown) {
  const { data, contentType } = context.kept<BlobState>(mark, 'Blob');
  // The platform looks at the declared type, not at the bytes.
  if (contentType !== 'application/x-gzip')
    throw new ServiceError(`Blob object must have content type application/x-gzip, not ${contentType}`);
  try {
    return blobHandle(context, { data: gunzipSync(data), contentType: null, name: null });
  } catch {
    throw new ServiceError('Could not decompress gzip.');
  }
}

function uuid(context: ExecutionContext): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random(context.state) * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function parseCsv(csv: string, delimiter = ','): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\\r\\n]*)(${delimiter}|\\r?\\n|$)`, 'gy');
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    const [whole, raw = '', end = ''] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '' || cell.lastIndex >= csv.length) break;
    if (end !== delimiter) rows.push([]);
    if (whole === '') break;
  }
  return rows;
}

const utilities = {
  sleep: read((context, _, ms: unknown) => {
    if (typeof ms !== 'number' || ms < 0 || ms > 300_000) throw signatureMismatch('Utilities.sleep', [ms]);
    context.pass(ms);
  }, 0),
  getUuid: pure(uuid),
  computeHmacSha256Signature: hmac('sha256'),
  computeHmacSignature: pure(
    (context, _, algorithm: EnumMark, value: unknown, key: unknown, charset?: EnumMark) =>
      bytes(
        createHmac(digests[algorithm.name.replace('HMAC_', '')] ?? 'sha256', encoded(context, key, charset))
          .update(encoded(context, value, charset))
          .digest(),
      ),
  ),
  computeDigest: pure((context, _, algorithm: EnumMark, value: unknown, charset?: EnumMark) =>
    bytes(
      createHash(digests[algorithm.name] ?? 'sha256')
        .update(encoded(context, value, charset))
        .digest(),
    ),
  ),
  base64Encode: pure((context, _, value: unknown, charset?: EnumMark) =>
    Buffer.from(encoded(context, value, charset)).toString('base64'),
  ),
  base64EncodeWebSafe: pure((context, _, value: unknown, charset?: EnumMark) =>
    webSafe(Buffer.from(encoded(context, value, charset)).toString('base64')),
  ),
  base64Decode: pure((_, __, value: unknown) => bytes(decodeBase64(value))),
  base64DecodeWebSafe: pure((_, __, value: unknown) => bytes(decodeBase64(value))),
  gzip: pure((context, _, blob: unknown, name?: string) => gzip(context, blob, name)),
  ungzip: pure((context, _, blob: unknown) => ungzip(context, blob)),
  newBlob: pure((context, _, data: unknown, contentType?: string, name?: string) =>
    blobHandle(context, {
      data: toBytes(context, data),
      contentType: contentType ?? (typeof data === 'string' ? 'text/plain' : null),
      name: name ?? null,
    }),
  ),
  formatDate: pure((_, __, date: unknown, zone: unknown, pattern: unknown) => {
    if (!types.isDate(date) || typeof zone !== 'string' || typeof pattern !== 'string')
      throw signatureMismatch('Utilities.formatDate', [date, zone, pattern]);
    // Google falls back to GMT for a zone that it does not know; a typing mistake should not pass here.
    if (!isZone(zone))
      throw new ServiceError(`Invalid argument: timeZone. Should be of type: String (${zone})`);
    try {
      return formatPattern(Number(date), zone, pattern);
    } catch (error) {
      throw new ServiceError(error instanceof Error ? error.message : String(error));
    }
  }),
  parseCsv: pure((_, __, csv: string, delimiter?: string) => parseCsv(csv, delimiter)),
};

export const utilityServices = { Utilities: utilities };

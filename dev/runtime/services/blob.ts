import { bytes, type ExecutionContext, type Handle } from '../execution-context';
import { pure } from '../method';
import { SELF } from '../protocol';

export interface BlobState {
  data: Uint8Array;
  contentType: string | null;
  name: string | null;
}

export const blobHandle = (context: ExecutionContext, blob: BlobState): Handle => context.keep('Blob', blob);

/** Text, the signed bytes of a script, or a blob, as bytes. */
export function toBytes(context: ExecutionContext, value: unknown): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (Array.isArray(value)) return Uint8Array.from(value as number[]);
  return context.kept<BlobState>(value, 'Blob').data;
}

const of = (context: ExecutionContext, key: unknown): BlobState => context.kept<BlobState>(key, 'Blob');

const blob = {
  getBytes: pure((context, key) => bytes(of(context, key).data)),
  getDataAsString: pure((context, key) => Buffer.from(of(context, key).data).toString('utf8')),
  getContentType: pure((context, key) => of(context, key).contentType),
  getName: pure((context, key) => of(context, key).name),
  setName: pure((context, key, name: string) => {
    of(context, key).name = name;
    return SELF;
  }),
  setContentType: pure((context, key, contentType: string) => {
    of(context, key).contentType = contentType;
    return SELF;
  }),
  setBytes: pure((context, key, data: number[]) => {
    of(context, key).data = toBytes(context, data);
    return SELF;
  }),
  copyBlob: pure((context, key) => blobHandle(context, { ...of(context, key) })),
};

export const blobServices = { Blob: blob };

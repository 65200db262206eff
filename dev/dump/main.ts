// Records as TikTok lists them, one JSON object a line:
// node dev/run.mjs dev/dump/main.ts --source sample --records orders --since 2026-01-01 --until 2026-02-01 --now 2026-02-01
import { parseArgs } from 'node:util';
import { connect } from '../simulator/client';
import { dumpRecords } from './dump-records';
import { RECORD_KINDS, type RecordName } from './record-kinds';

const { values } = parseArgs({
  options: {
    /** 'sample', or the address of a running simulator. */
    source: { type: 'string', default: 'sample' },
    records: { type: 'string', default: 'orders' },
    /** Days in UTC or whole timestamps; `until` itself is not included. */
    since: { type: 'string' },
    until: { type: 'string' },
    /** The moment at which the records are looked at; `until` if left out. */
    now: { type: 'string' },
    shop: { type: 'string', multiple: true },
  },
});
const { source, records, since, until, now, shop } = values;
if (!since || !until) throw new Error('usage: --since YYYY-MM-DD --until YYYY-MM-DD');
if (!Object.hasOwn(RECORD_KINDS, records))
  throw new Error(`--records ${Object.keys(RECORD_KINDS).join('|')}`);
const time = (text: string): number => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Error(`not a time: ${text}`);
  return ms;
};

const moment = time(now ?? until);
const found = dumpRecords({
  source: source === 'sample' ? source : await connect(source, { now: moment }),
  records: records as RecordName,
  since: time(since) / 1000,
  until: time(until) / 1000,
  now: moment,
  ...(shop ? { shopIds: shop } : {}),
});
// A reader that has seen enough (head) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
for await (const record of found) process.stdout.write(`${JSON.stringify(record)}\n`);

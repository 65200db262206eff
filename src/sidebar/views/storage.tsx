import type { StoragePage } from '../state/state';
import { size } from '../words/size';
import type { ViewProps } from './app';
import { Failure } from './failure';
import { Meter } from './meter';
import { Note } from './note';
import { StorageCut } from './storage-cut';
import { StoredShops } from './stored-shops';
import { Title } from './title';
import { Waiting } from './waiting';

/** Characters from which on a spreadsheet grows heavy. */
const HEAVY = 10_000_000;

export function StorageView(props: ViewProps<StoragePage>) {
  const { state, page, send } = props;
  const { storage } = state;
  return (
    <main class="view">
      <Title text="Stored data" onBack={() => send({ type: 'go', to: 'more' })} />
      {page.notice && <Note tone={page.notice.tone}>{page.notice.text}</Note>}
      <Failure state={state} of={['storage', 'cutStorage']} send={send} />
      {!storage && state.pending.storage && <Waiting what="Measuring…" />}
      {storage && (
        <>
          <div>
            <p class="pair-line">
              <strong>{size(storage.characters)}</strong>
              <span class="quiet small">light up to about {size(HEAVY)}</span>
            </p>
            <Meter name={`Stored: ${size(storage.characters)}`} value={storage.characters} max={HEAVY} />
          </div>
          {storage.characters >= HEAVY && (
            <Note tone="warn">
              This file grows heavy and slow to open. Keep fewer months, or keep an archive a year: make a
              copy of the file, then remove the old months here.
            </Note>
          )}
          {storage.partitions.length === 0 ? (
            <p class="quiet">Nothing is stored yet. Orders are loaded when a report first needs them.</p>
          ) : (
            <>
              <StoredShops storage={storage} overview={state.overview} />
              <StorageCut {...props} storage={storage} />
            </>
          )}
          <p class="quiet small">
            In a hidden tab of this file, compressed. Whoever can copy the file has it; names, phone numbers
            and addresses of buyers are not in it.
          </p>
        </>
      )}
    </main>
  );
}

import { useState } from 'preact/hooks';
import type { Activity as Entry } from '../wire';

const shortTime = (ms: number): string => new Date(ms).toISOString().slice(11, 19);
const duration = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

/** What the script has executed, newest first: a line that opens to the list. */
export function Activity({ entries }: { entries: readonly Entry[] }) {
  const [open, setOpen] = useState(false);
  const [newest] = entries;
  return (
    <div class="activity">
      {open && (
        <section class="executions" aria-label="Executions">
          {entries.map((entry) => (
            <details key={entry.id} class={entry.error ? 'failed' : ''}>
              <summary>
                <time>{shortTime(entry.startedAt)}</time> <b>{entry.name}</b> <i>{entry.source}</i>
                <span>
                  {duration(entry.ms)}, {entry.calls} service calls
                </span>
              </summary>
              {entry.error && <p>{entry.error}</p>}
              {entry.log.map((line, at) => (
                <p key={at}>{line}</p>
              ))}
            </details>
          ))}
        </section>
      )}
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {newest ? `${newest.name} · ${duration(newest.ms)}` : 'Executions'}
        {newest?.error && <b class="failed"> · failed</b>}
      </button>
    </div>
  );
}

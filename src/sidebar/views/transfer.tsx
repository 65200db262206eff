import { exported } from '../report/exported';
import type { Send } from '../state/event';
import type { TransferPage } from '../state/state';
import { count } from '../words/count';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Title } from './title';

export function TransferView({ state, page, send }: ViewProps<TransferPage>) {
  const reports = state.overview?.reports ?? [];
  const importing = state.pending.importReports !== undefined;
  return (
    <main class="view">
      <Title text="Export and import" onBack={() => send({ type: 'go', to: 'more' })} />
      <section class="part first" aria-labelledby="export-title">
        <h2 id="export-title" class="section-title">
          Export
        </h2>
        {reports.length === 0 ? (
          <p class="quiet">There are no reports in this file yet.</p>
        ) : (
          <Export text={exported(reports)} number={reports.length} copied={state.copied} send={send} />
        )}
      </section>
      <section class="part" aria-labelledby="import-title">
        <h2 id="import-title" class="section-title">
          Import
        </h2>
        <label class="field">
          <span class="label minor">Reports as exported</span>
          <textarea
            rows={5}
            value={page.text}
            placeholder="Paste them here, or choose a file"
            spellcheck={false}
            onInput={(event) => send({ type: 'importing', text: event.currentTarget.value })}
          />
        </label>
        <input
          type="file"
          accept=".json,application/json"
          aria-label="File with reports"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            void file?.text().then((text) => send({ type: 'importing', text }));
          }}
        />
        <Failure state={state} of={['importReports']} send={send} />
        <Button
          look="primary"
          busy={importing}
          disabled={page.text.trim() === ''}
          onClick={() => send({ type: 'import' })}
        >
          {importing ? 'Importing…' : 'Import'}
        </Button>
        <p class="quiet small">
          All of them are checked first; if one is wrong, none is imported. Imported schedules run in your
          name.
        </p>
      </section>
    </main>
  );
}

interface ExportProps {
  text: string;
  number: number;
  copied: string | null;
  send: Send;
}

const Export = ({ text, number, copied, send }: ExportProps) => (
  <>
    <textarea
      rows={4}
      readOnly
      value={text}
      class="mono"
      aria-label="Reports as text"
      onFocus={(event) => event.currentTarget.select()}
    />
    <div class="actions">
      <Button
        look="outlined"
        icon={copied === 'Reports' ? 'check' : 'copy'}
        onClick={() => send({ type: 'copy', text, what: 'Reports' })}
      >
        {copied === 'Reports' ? 'Copied' : `Copy ${count(number, 'report')}`}
      </Button>
      <a
        class="button text"
        download="tiktok-shop-reports.json"
        href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
      >
        Download
      </a>
    </div>
  </>
);

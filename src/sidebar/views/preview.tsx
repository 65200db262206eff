import type { Answer } from '../../shared/api';
import { PREVIEW_ROWS, previewIssues } from '../state/preview';
import type { BuildPage } from '../state/state';
import { estimateWords } from '../words/estimate';
import { isFigure, valueText } from '../words/value';
import type { ViewProps } from './app';
import { Button } from './button';
import { Failure } from './failure';
import { Note } from './note';
import { Waiting } from './waiting';

/** First rows of what the draft answers from stored data, and what a run would load. */
export function PreviewPart({ state, page, send }: ViewProps<BuildPage>) {
  const { preview, draft } = page;
  return (
    <section class="part" aria-labelledby="preview-title">
      <h2 id="preview-title" class="section-title">
        Preview
      </h2>
      <p class="quiet small">First rows from what this file holds already. Nothing is loaded for it.</p>
      <Button
        look="outlined"
        icon="table"
        expanded={preview !== null}
        onClick={() => send({ type: 'preview' })}
      >
        {preview ? 'Hide preview' : 'Show preview'}
      </Button>
      {preview && draft && (
        <>
          <Failure state={state} of={['answer', 'estimateRun']} send={send} />
          {previewIssues(draft, state).map(({ text }) => (
            <p key={text} class="quiet">
              {text}
            </p>
          ))}
          {(state.pending.answer ?? state.pending.estimateRun) && <Waiting what="Working it out…" />}
          {preview.answer && <FirstRows answer={preview.answer} />}
          {preview.estimate && <p class="small">{estimateWords(preview.estimate)}</p>}
        </>
      )}
    </section>
  );
}

function FirstRows({ answer: { columns, rows, notes } }: { answer: Answer }) {
  return (
    <>
      {notes.length > 0 && (
        <Note tone="info">
          {notes.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Note>
      )}
      {rows.length === 0 ? (
        <p class="quiet">There are no rows for this in the stored data.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus the keyboard can't scroll it
        <section class="preview" tabIndex={0} aria-label="First rows">
          <table>
            <thead>
              <tr>
                {columns.map(({ id, label, currency }) => (
                  <th key={id + currency} scope="col">
                    {currency ? `${label} (${currency})` : label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, PREVIEW_ROWS).map((row, r) => (
                <tr key={r}>
                  {row.map((value, c) => (
                    <td key={c} class={isFigure(columns[c]?.type) ? 'number' : undefined}>
                      {valueText(value, columns[c]?.type)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > PREVIEW_ROWS && <p class="quiet small">… and more rows.</p>}
    </>
  );
}

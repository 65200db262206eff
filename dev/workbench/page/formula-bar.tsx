import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellInFull, TabSummary } from '../wire';
import type { Draft } from './app';
import { fetchCell } from './ask';
import { a1Of, type Place, placeOf } from './grid/place';

interface FormulaBarProps {
  readonly tab: TabSummary;
  readonly revision: number;
  readonly place: Place;
  readonly select: (place: Place) => void;
  readonly draft: Draft | null;
  readonly setDraft: (draft: Draft | null) => void;
  readonly commit: (a1: string, text: string) => void;
}

/** Name box, the cell's whole text or formula, and its number format. */
export function FormulaBar({ tab, revision, place, select, draft, setDraft, commit }: FormulaBarProps) {
  const full = useFullCell(tab.id, a1Of(place), revision);
  return (
    <div class="formula-bar">
      <NameBox place={place} select={select} />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label="Formula bar"
        autocomplete="off"
        spellcheck={false}
        value={draft?.text ?? full?.text ?? ''}
        onFocus={() => full && !draft && setDraft({ place, text: full.text, inBar: true })}
        onInput={({ currentTarget }) => setDraft({ place, text: currentTarget.value, inBar: true })}
        onBlur={() => draft?.inBar && setDraft(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(a1Of(place), draft?.text ?? event.currentTarget.value);
          else if (event.key === 'Escape') setDraft(null);
        }}
      />
      {full && !isGeneral(full.format) && (
        <span class="format" title="Number format">
          {full.format}
        </span>
      )}
    </div>
  );
}

/** Sheets names its general format so. */
const isGeneral = (format: string): boolean => /^(General|0\.#+|)$/i.test(format);

function NameBox({ place, select }: { place: Place; select: (place: Place) => void }) {
  const [text, setText] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <input
      ref={input}
      class="name-box"
      aria-label="Name box"
      spellcheck={false}
      value={text ?? a1Of(place)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => setText(null)}
      onKeyDown={({ key }) => {
        if (key !== 'Enter') return;
        const found = placeOf(text ?? '');
        if (found) select(found);
        setText(null);
        input.current?.blur();
      }}
    />
  );
}

/** Null until it is there; never that of another cell. */
function useFullCell(tab: number, a1: string, revision: number): CellInFull | null {
  const [full, setFull] = useState<{ at: string; cell: CellInFull } | null>(null);
  const at = `${tab} ${a1}`;
  useEffect(() => {
    let current = true;
    fetchCell(tab, a1).then(
      (cell) => current && setFull({ at, cell }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [at, revision]);
  return full?.at === at ? full.cell : null;
}

/** The page with all fields: its one state, and what happens to it. */
import type { Catalogue, Reply, StreamInfo } from '../../shared/api';
import type { FieldInfo } from '../../shared/field';
import type { Problem } from '../../shared/problem';
import { count } from '../words/count';
import { listed } from './listed';

export interface Explorer {
  catalogue: Catalogue | null;
  sources: StreamInfo[] | null;
  problem: Problem | null;
  search: string;
  /** What shows of the list; empty: all. */
  kind: FieldInfo['kind'] | '';
  group: string;
  /** Field whose details show: see `keyOf`. */
  chosen: string | null;
  copied: string | null;
  /** What a screen reader is told. */
  said: string;
}

export type ExplorerEvent =
  | { type: 'opened' }
  | { type: 'catalogue'; reply: Reply<Catalogue> }
  | { type: 'sources'; reply: Reply<StreamInfo[]> }
  | { type: 'show'; change: Partial<Pick<Explorer, 'search' | 'kind' | 'group'>> }
  | { type: 'choose'; key: string }
  | { type: 'copy'; text: string; what: string }
  | { type: 'copied'; what: string; ok: boolean };

export type ExplorerEffect =
  | { kind: 'load' }
  | { kind: 'focus'; id: string }
  | { kind: 'copy'; text: string; what: string };

export const SEARCH = 'field-search';

export const initialExplorer: Explorer = {
  catalogue: null,
  sources: null,
  problem: null,
  search: '',
  kind: '',
  group: '',
  chosen: null,
  copied: null,
  said: '',
};

/** An id may name a metric and a dimension. */
export const keyOf = ({ kind, id }: Pick<FieldInfo, 'kind' | 'id'>): string => `${kind} ${id}`;

export function explorerStep(state: Explorer, event: ExplorerEvent): [Explorer, ExplorerEffect[]] {
  switch (event.type) {
    case 'opened':
      return [{ ...state, problem: null }, [{ kind: 'load' }]];
    case 'catalogue': {
      const { reply } = event;
      if (!reply.ok) return [{ ...state, problem: reply.problem, said: reply.problem.text }, []];
      const [first] = reply.value.fields;
      return [
        { ...state, catalogue: reply.value, chosen: first ? keyOf(first) : null },
        [{ kind: 'focus', id: SEARCH }],
      ];
    }
    case 'sources': {
      const { reply } = event;
      return [reply.ok ? { ...state, sources: reply.value } : { ...state, problem: reply.problem }, []];
    }
    case 'show': {
      const next = { ...state, ...event.change };
      const shown = next.catalogue ? listed(next.catalogue.fields, next) : [];
      return [{ ...next, said: `${count(shown.length, 'field')} found.` }, []];
    }
    case 'choose':
      return [{ ...state, chosen: event.key, copied: null }, []];
    case 'copy':
      return [state, [{ kind: 'copy', text: event.text, what: event.what }]];
    case 'copied':
      return [
        {
          ...state,
          copied: event.ok ? event.what : null,
          said: event.ok
            ? `${event.what} copied.`
            : 'Copying is not allowed here. Select the text and copy it yourself.',
        },
        [],
      ];
  }
}

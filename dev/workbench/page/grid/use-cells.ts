import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Cells, WireCell } from '../../wire';
import { fetchCells } from '../ask';
import type { Span } from './geometry';

export type RowOfCells = readonly (WireCell | 0)[];

const BLOCK = 100;
const BLOCKS_KEPT = 50;
const NOTHING: RowOfCells = [];

const blocksOf = ([first, last]: Span): number[] => {
  const start = Math.floor((first - 1) / BLOCK);
  const end = Math.floor((last - 1) / BLOCK);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => start + i);
};

/** The rows of a tab, fetched in blocks as they come into view. Old contents stay on show until the new ones are there. */
export function useCells(tab: number, revision: number, spans: readonly Span[]): (row: number) => RowOfCells {
  const blocks = useRef(new Map<number, Cells>()).current;
  const asked = useRef(new Map<number, number>()).current;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const wanted = [...new Set(spans.flatMap(blocksOf))];
  useEffect(() => {
    for (const block of wanted) {
      const known = Math.max(blocks.get(block)?.revision ?? 0, asked.get(block) ?? 0);
      if (known >= revision) continue;
      asked.set(block, revision);
      fetchCells(tab, block * BLOCK + 1, BLOCK).then(
        (cells) => {
          if ((blocks.get(block)?.revision ?? 0) > cells.revision) return;
          blocks.delete(block);
          blocks.set(block, cells);
          for (const oldest of blocks.keys()) {
            if (blocks.size <= BLOCKS_KEPT) break;
            blocks.delete(oldest);
            asked.delete(oldest);
          }
          redraw(undefined);
        },
        () => asked.delete(block),
      );
    }
  }, [tab, revision, wanted.join(), blocks, asked]);
  return (row) => blocks.get(Math.floor((row - 1) / BLOCK))?.rows[(row - 1) % BLOCK] ?? NOTHING;
}

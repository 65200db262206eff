import type { CSSProperties } from 'preact';
import type { WireCell } from '../../wire';

const BY_KIND = { n: 'right', b: 'center', e: 'center' } as const;

/** Alignment as Sheets chooses it by type, unless the cell says otherwise. */
function alignOf({ k, s }: WireCell): 'left' | 'center' | 'right' {
  const said = s?.align?.toLowerCase() ?? '';
  if (said.includes('center')) return 'center';
  if (said.includes('right')) return 'right';
  if (said === 'left') return 'left';
  return k ? BY_KIND[k] : 'left';
}

export function styleOf(cell: WireCell): CSSProperties {
  const { bold, italic, color, background, wrap, fontSize, fontFamily, fontLine } = cell.s ?? {};
  return {
    'text-align': alignOf(cell),
    ...(bold ? { 'font-weight': 700 } : {}),
    ...(italic ? { 'font-style': 'italic' } : {}),
    ...(color ? { color } : {}),
    ...(background ? { background } : {}),
    ...(wrap === 'WRAP' ? { 'white-space': 'pre-wrap' } : {}),
    ...(fontSize ? { 'font-size': `${fontSize}pt` } : {}),
    ...(fontFamily ? { 'font-family': fontFamily } : {}),
    ...(fontLine && fontLine !== 'none' ? { 'text-decoration': fontLine } : {}),
  };
}

/** Text runs on over empty cells to its right, numbers do not. */
export const mayRunOver = (cell: WireCell): boolean => !cell.k && !cell.s?.wrap && alignOf(cell) === 'left';

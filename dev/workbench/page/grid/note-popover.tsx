import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { px } from './geometry';

interface Shown {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The note of the cell under the pointer, beside the cell. */
export function NotePopover({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (event: Event) => {
      const cell = (event.target as Element).closest<HTMLElement>('.noted');
      const text = cell?.dataset['note'];
      if (!cell || text === undefined) return setShown(null);
      const { right, top } = cell.getBoundingClientRect();
      return setShown({
        text,
        left: Math.min(right + 4, innerWidth - 300),
        top: Math.min(top, innerHeight - 160),
      });
    };
    const hide = () => setShown(null);
    element.addEventListener('mouseover', look);
    element.addEventListener('mouseleave', hide);
    element.addEventListener('scroll', hide, { passive: true });
    return () => {
      element.removeEventListener('mouseover', look);
      element.removeEventListener('mouseleave', hide);
      element.removeEventListener('scroll', hide);
    };
  }, [scroller]);
  if (!shown) return null;
  return (
    <div class="note" role="tooltip" style={{ left: px(shown.left), top: px(shown.top) }}>
      {shown.text}
    </div>
  );
}

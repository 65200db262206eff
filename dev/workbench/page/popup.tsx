import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface PopupProps {
  readonly label: ComponentChildren;
  readonly name?: string;
  readonly className?: string;
  /** Opens upwards, for buttons at the bottom of the window. */
  readonly up?: boolean;
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button with a menu that opens beside it and closes by Escape, a click elsewhere, or a choice. */
export function Popup({ label, name, className = '', up = false, children }: PopupProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // At once, so that a key pressed next goes to the menu already.
  useLayoutEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const outside = (event: Event) => !root.current?.contains(event.target as Node) && setOpen(false);
    addEventListener('mousedown', outside);
    // A click into the sidebar's frame is not heard here, but takes the focus away.
    addEventListener('blur', outside);
    return () => {
      removeEventListener('mousedown', outside);
      removeEventListener('blur', outside);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const here = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') items[(here + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(here - 1)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu within.
    <div class={`popup ${up ? 'up' : ''}`} ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div class="menu" role="menu">
          {children(close)}
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  readonly muted?: boolean;
  readonly children: ComponentChildren;
}

export function Item({ onChoose, disabled = false, muted = false, children }: ItemProps) {
  return (
    <button type="button" role="menuitem" class={muted ? 'muted' : ''} disabled={disabled} onClick={onChoose}>
      {children}
    </button>
  );
}

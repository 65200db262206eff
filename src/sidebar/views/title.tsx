import type { ComponentChildren } from 'preact';
import { TITLE } from '../state/effect';
import { IconButton } from './button';

interface TitleProps {
  text: string;
  /** Present: an arrow that leads back. */
  onBack?: () => void;
  /** What can be done with all that the view shows. */
  children?: ComponentChildren;
}

/** Every view begins with it; the focus comes here when the view changes. */
export const Title = ({ text, onBack, children }: TitleProps) => (
  <header class={onBack ? 'title with-back' : 'title'}>
    {onBack && <IconButton icon="back" name="Back" onClick={onBack} />}
    <h1 id={TITLE} tabIndex={-1}>
      {text}
    </h1>
    {children}
  </header>
);

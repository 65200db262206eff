import type { ComponentChildren } from 'preact';
import { PICKER_SEARCH } from '../state/build';
import { TITLE } from '../state/effect';
import type { Send } from '../state/event';
import { Icon } from './icon';

interface PickerProps {
  title: string;
  search: string;
  send: Send;
  children: ComponentChildren;
}

/** A list to choose from, with a search above it; Escape leads back. */
export const Picker = ({ title, search, send, children }: PickerProps) => (
  <main
    class="view picker"
    onKeyDown={(event) => {
      if (event.key === 'Escape') send({ type: 'picked' });
    }}
  >
    <header class="picker-head">
      <h1 id={TITLE} tabIndex={-1}>
        {title}
      </h1>
      <div class="search">
        <Icon name="search" />
        <input
          type="search"
          id={PICKER_SEARCH}
          aria-label={`Search ${title.toLowerCase()}`}
          placeholder="Search"
          value={search}
          onInput={(event) => send({ type: 'search', text: event.currentTarget.value })}
        />
      </div>
    </header>
    {children}
  </main>
);

export const Nothing = ({ search }: { search: string }) => <p class="quiet">Nothing matches “{search}”.</p>;

import type { ComponentChildren } from 'preact';
import { count } from '../words/count';
import { Icon } from './icon';

interface FoldProps {
  title: string;
  /** How many of its parts are not as usual, and what is wrong with them. */
  set: number;
  issues: number;
  children: ComponentChildren;
}

/** What most reports do without: closed, with a word about what lies in it. */
export const Fold = ({ title, set, issues, children }: FoldProps) => (
  <details class="fold">
    <summary>
      {title}
      {issues > 0 ? (
        <span class="state bad">
          <Icon name="warn" />
          {count(issues, 'thing')} to correct
        </span>
      ) : (
        set > 0 && <span class="badge">{set} set</span>
      )}
    </summary>
    {children}
  </details>
);

import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface SelectProps {
  /** Spoken name, where no label stands beside it. */
  name?: string;
  id?: string;
  value: string;
  invalid?: Record<string, string>;
  onChange: (value: string) => void;
  children: ComponentChildren;
}

export const Select = ({ name, id, value, invalid = {}, onChange, children }: SelectProps) => (
  <span class="select">
    <select
      id={id}
      aria-label={name}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...invalid}
    >
      {children}
    </select>
    <Icon name="chevron" />
  </span>
);

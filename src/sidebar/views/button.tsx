import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  /** One primary button a view. */
  look?: 'primary' | 'outlined' | 'text' | 'danger';
  icon?: IconName;
  id?: string;
  /** What was asked for is under way: the button stays focused but does nothing. */
  busy?: boolean;
  disabled?: boolean;
  /** For buttons whose words need their surroundings: "Run" of which report. */
  name?: string;
  expanded?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const {
    look = 'outlined',
    icon,
    id,
    busy = false,
    disabled = false,
    name,
    expanded,
    onClick,
    children,
  } = props;
  const off = busy || disabled;
  return (
    <button
      type="button"
      class={`button ${look}`}
      id={id}
      aria-label={name}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-expanded={expanded}
      onClick={() => off || onClick()}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** Spoken name and tooltip. */
  name: string;
  id?: string;
  busy?: boolean;
  expanded?: boolean;
  onClick: () => void;
}

export const IconButton = ({ icon, name, id, busy = false, expanded, onClick }: IconButtonProps) => (
  <button
    type="button"
    class="icon-button"
    id={id}
    aria-label={name}
    title={name}
    aria-disabled={busy ? 'true' : undefined}
    aria-busy={busy ? 'true' : undefined}
    aria-expanded={expanded}
    onClick={() => busy || onClick()}
  >
    {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name={icon} />}
  </button>
);

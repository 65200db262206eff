import { IconButton } from './button';

interface CopyFieldProps {
  what: string;
  text: string;
  copied: string | null;
  /** The text is its own name: no label above it. */
  bare?: boolean;
  send: (event: { type: 'copy'; text: string; what: string }) => void;
}

export const CopyField = ({ what, text, copied, bare = false, send }: CopyFieldProps) => (
  <div class="copy-field">
    <input
      type="text"
      readOnly
      value={text}
      aria-label={bare ? 'Script property' : what}
      onFocus={(event) => event.currentTarget.select()}
    />
    <IconButton
      icon={copied === what ? 'check' : 'copy'}
      name={copied === what ? `${what} copied` : `Copy ${what}`}
      onClick={() => send({ type: 'copy', text, what })}
    />
  </div>
);

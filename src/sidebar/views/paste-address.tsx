import type { ConnectPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';

/** The way out when the page after the consent does not come back to the add-on. */
export const PasteAddress = ({ state, page, send }: ViewProps<ConnectPage>) => (
  <details class="fold">
    <summary>Paste the address</summary>
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send({ type: 'sendAddress' });
      }}
    >
      <label class="field">
        <span class="label">Address of the page TikTok sent you to</span>
        <textarea
          rows={3}
          value={page.address}
          placeholder="https://…?code=…"
          spellcheck={false}
          onInput={(event) => send({ type: 'address', text: event.currentTarget.value })}
        />
      </label>
      <Button
        look="outlined"
        busy={state.pending.finishConnection !== undefined}
        disabled={page.address.trim() === ''}
        onClick={() => send({ type: 'sendAddress' })}
      >
        Connect with this address
      </Button>
    </form>
  </details>
);

import { mayWipe, WIPE } from '../state/more';
import type { MorePage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';

/** The way out for good; typed, so that nobody takes it by mistake. */
export const DeleteData = ({ state, page, send }: ViewProps<MorePage>) => (
  <details class="fold">
    <summary>Delete all data</summary>
    <p class="small">
      Deletes all reports and everything loaded from this file, for everybody who uses it, and your own
      connections, in other files too. Tabs of reports stay. To withdraw the permission at TikTok as well,
      remove the app in Seller Center.
    </p>
    <label class="field">
      <span class="label">Type {WIPE} to confirm</span>
      <input
        type="text"
        value={page.wiping}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => send({ type: 'wiping', text: event.currentTarget.value })}
      />
    </label>
    <Button
      look="danger"
      busy={state.pending.deleteAllData !== undefined}
      disabled={!mayWipe(state)}
      onClick={() => send({ type: 'wipe' })}
    >
      Delete everything
    </Button>
  </details>
);

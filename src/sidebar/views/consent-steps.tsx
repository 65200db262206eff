import type { ConnectPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { Icon } from './icon';
import { Note } from './note';
import { Obstacles } from './obstacles';
import { PasteAddress } from './paste-address';

export function ConsentSteps(props: ViewProps<ConnectPage>) {
  const { state, page, send } = props;
  const began = page.waiting !== 'no';
  return (
    <>
      <p>
        TikTok opens in a new tab. Sign in as Shop Owner or Admin and allow this add-on to read your shop’s
        data. It can read only: nothing in your shop is changed.
      </p>
      <ConsentLink {...props} />
      {began && (
        <div class="waiting-room">
          {page.waiting === 'stopped' ? (
            <p class="quiet">Still at TikTok? Tell us when you are back.</p>
          ) : (
            <p class="quiet pulse-line">
              <span class="spinner" aria-hidden="true" />
              <span>Waiting for TikTok Shop…</span>
            </p>
          )}
          <Button
            look="outlined"
            busy={page.claimed === 'checking'}
            onClick={() => send({ type: 'consented' })}
          >
            I’ve finished
          </Button>
          {page.claimed === 'nothing new' && (
            <Note tone="info">
              There is no new connection yet. If TikTok showed you an error or a blank page, paste that page’s
              address below.
            </Note>
          )}
          <Obstacles />
          <PasteAddress state={state} page={page} send={send} />
        </div>
      )}
    </>
  );
}

/** A real link, there before the click: a window opened after a wait would be blocked as a pop-up. */
function ConsentLink({ state, page, send }: ViewProps<ConnectPage>) {
  if (!page.link)
    return state.failed.consentLink ? null : (
      <Button look="primary" busy onClick={() => {}}>
        Preparing the link…
      </Button>
    );
  return (
    <a
      class={page.waiting === 'no' ? 'button primary' : 'button outlined'}
      href={page.link}
      target="_blank"
      rel="noopener"
      onClick={() => send({ type: 'consentOpened' })}
    >
      <Icon name="open" />
      <span>
        {page.waiting === 'no' ? 'Continue at TikTok Shop' : 'Open TikTok Shop again'}
        <span class="unseen"> (opens in a new tab)</span>
      </span>
    </a>
  );
}

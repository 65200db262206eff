import type { ConnectPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { CopyField } from './copy-field';

interface SetupGuideProps extends ViewProps<ConnectPage> {
  missing: string[];
  redirectUrl: string;
}

/** What whoever installed the add-on has to do once before anybody can connect. */
export const SetupGuide = ({ missing, redirectUrl, state, page, send }: SetupGuideProps) => (
  <>
    <p>
      {page.market === 'us' ? 'US shops need' : 'Shops outside the US need'} a TikTok Shop app of your own.
      Whoever installed this add-on sets it up once, for everybody.
    </p>
    <ol class="steps">
      <li>
        <h2>Register an app</h2>
        <p>
          In TikTok Shop Partner Center{page.market === 'us' ? ' for the US' : ''}, create a custom app and
          enable the permissions to read orders, products, finance and data.
        </p>
      </li>
      <li>
        <h2>Set its redirect URL</h2>
        <CopyField what="Redirect URL" text={redirectUrl} copied={state.copied} send={send} />
      </li>
      <li>
        <h2>Store its key and secret</h2>
        <p>In the script editor, open Project settings → Script properties and add:</p>
        {missing.map((property) => (
          <CopyField key={property} what={property} text={property} copied={state.copied} send={send} bare />
        ))}
        <p class="quiet small">The values stay there; nobody who opens this sidebar sees them.</p>
      </li>
    </ol>
    <Button
      look="primary"
      busy={state.pending.overview !== undefined}
      onClick={() => send({ type: 'checkSetup' })}
    >
      Check again
    </Button>
  </>
);

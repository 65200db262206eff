import type { Permission, Setup } from '../../shared/api';
import type { ConnectPage } from '../state/state';
import type { ViewProps } from './app';
import { Button } from './button';
import { CopyField } from './copy-field';
import { Icon } from './icon';

interface SetupGuideProps extends ViewProps<ConnectPage> {
  setup: Setup;
  redirectUrl: string;
  permissions: Permission[];
}

/** What whoever installed the add-on has to do once before anybody can connect. */
export const SetupGuide = ({ setup, redirectUrl, permissions, state, page, send }: SetupGuideProps) => (
  <>
    <p>
      {page.market === 'us' ? 'US shops need' : 'Shops outside the US need'} a TikTok Shop app of your own.
      Whoever installed this add-on sets it up once, for everybody.
    </p>
    <ol class="steps">
      <li>
        <h2>Register an app</h2>
        <p>
          In TikTok Shop Partner Center{page.market === 'us' ? ' for the US' : ''}, create a custom app. Leave
          its IP allow list empty.
        </p>
      </li>
      <li>
        <h2>Enable its permissions</h2>
        <p>To read {permissions.map(({ label }) => label).join(', ')}:</p>
        {permissions.map(({ scope, label }) => (
          <CopyField
            key={scope}
            what={`Permission: ${label}`}
            text={scope}
            copied={state.copied}
            send={send}
          />
        ))}
      </li>
      <li>
        <h2>Set its redirect URL</h2>
        <CopyField what="Redirect URL" text={redirectUrl} copied={state.copied} send={send} />
      </li>
      <li>
        <h2>Store its key and secret</h2>
        <p>In the script editor, open Project settings → Script properties and add:</p>
        {setup.missing.map((property) => (
          <CopyField key={property} what={property} text={property} copied={state.copied} send={send} bare />
        ))}
        {setup.wrong.map(({ property, why }) => (
          <p key={property} class="state bad">
            <Icon name="warn" />
            <span>
              {property}: {why}
            </span>
          </p>
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

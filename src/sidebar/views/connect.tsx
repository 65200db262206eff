import { unfinishedSetup } from '../state/connect';
import type { ConnectPage } from '../state/state';
import type { ViewProps } from './app';
import { ConsentSteps } from './consent-steps';
import { Failure } from './failure';
import { MarketChoice } from './market-choice';
import { SetupGuide } from './setup-guide';
import { Title } from './title';
import { Waiting } from './waiting';

export function ConnectView(props: ViewProps<ConnectPage>) {
  const { state, page, send } = props;
  const { market } = page;
  const setup = state.overview && unfinishedSetup(state.overview, market);
  return (
    <main class="view">
      <Title
        text={setup ? 'One-time setup' : 'Connect TikTok Shop'}
        onBack={() => send(market ? { type: 'market', market: null } : { type: 'home' })}
      />
      <Failure state={state} of={['finishConnection', 'consentLink', 'overview']} send={send} />
      {!state.overview ? (
        <Waiting what="Loading…" />
      ) : !market ? (
        <MarketChoice send={send} />
      ) : setup ? (
        <SetupGuide
          setup={setup}
          redirectUrl={state.overview.redirectUrl}
          permissions={state.overview.permissions}
          {...props}
        />
      ) : (
        <ConsentSteps {...props} />
      )}
    </main>
  );
}

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
  const missing = state.overview?.setup.find((entry) => entry.market === market)?.missing ?? [];
  return (
    <main class="view">
      <Title
        text={missing.length > 0 ? 'One-time setup' : 'Connect TikTok Shop'}
        onBack={() => send(market ? { type: 'market', market: null } : { type: 'home' })}
      />
      <Failure state={state} of={['finishConnection', 'consentLink', 'overview']} send={send} />
      {!state.overview ? (
        <Waiting what="Loading…" />
      ) : !market ? (
        <MarketChoice send={send} />
      ) : missing.length > 0 ? (
        <SetupGuide missing={missing} redirectUrl={state.overview.redirectUrl} {...props} />
      ) : (
        <ConsentSteps {...props} />
      )}
    </main>
  );
}

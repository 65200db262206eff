import './style.css';
import { createClient } from './client';
import { render } from './dom';
import { performer } from './perform';
import { initialState } from './state/state';
import { step } from './state/step';
import { createStore } from './store';
import { closeSidebar, googleTransport } from './transport';
import { App } from './views/app';

const root = document.getElementById('app');
if (root) {
  const send = createStore(
    step,
    initialState,
    (state, send) => render(<App state={state} send={send} />, root),
    performer(createClient(googleTransport), closeSidebar),
  );
  send({ type: 'opened' });
  // The menu may ask for a view of its own.
  if (root.dataset['first'] === 'dashboards') send({ type: 'go', to: 'dashboards' });
}

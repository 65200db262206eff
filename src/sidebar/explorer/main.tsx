import './explorer.css';
import { createClient } from '../client';
import { copyText } from '../copy-text';
import { render } from '../dom';
import { createStore } from '../store';
import { googleTransport } from '../transport';
import { type ExplorerEffect, type ExplorerEvent, explorerStep, initialExplorer } from './explorer';
import { ExplorerView } from './explorer-view';

const call = createClient(googleTransport);

function perform(effect: ExplorerEffect, send: (event: ExplorerEvent) => void): void {
  switch (effect.kind) {
    case 'load':
      void call('catalogue', null).then((reply) => send({ type: 'catalogue', reply }));
      void call('sources', null).then((reply) => send({ type: 'sources', reply }));
      return;
    case 'focus':
      document.getElementById(effect.id)?.focus();
      return;
    case 'copy':
      void copyText(effect.text).then((ok) => send({ type: 'copied', what: effect.what, ok }));
      return;
  }
}

const root = document.getElementById('app');
if (root)
  createStore(
    explorerStep,
    initialExplorer,
    (state, send) => render(<ExplorerView state={state} send={send} />, root),
    perform,
  )({ type: 'opened' });

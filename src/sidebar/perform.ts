/** Carries out effects in the browser. */
import type { Call } from './client';
import { copyText } from './copy-text';
import { loadViews } from './late';
import type { CallEffect, Effect } from './state/effect';
import type { Answered, Send } from './state/event';

export const performer =
  (call: Call, close: () => void) =>
  (effect: Effect, send: Send): void => {
    switch (effect.kind) {
      case 'call':
        void answer(call, effect).then(send);
        return;
      case 'after':
        setTimeout(() => send(effect.event), effect.milliseconds);
        return;
      case 'focus': {
        const element = document.getElementById(effect.id);
        const fold = element?.closest('details');
        // What lies in a closed fold can't have the focus.
        if (fold) fold.open = true;
        element?.focus();
        return;
      }
      case 'copy':
        void copyText(effect.text).then((ok) => send({ type: 'copied', what: effect.what, ok }));
        return;
      case 'views':
        loadViews(effect.script);
        send({ type: 'viewsLoaded' });
        return;
      case 'close':
        close();
        return;
    }
  };

async function answer(call: Call, { name, input, ticket }: CallEffect): Promise<Answered> {
  return { type: 'answered', name, ticket, reply: await call(name, input) } as Answered;
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../wire';

const TOAST_MS = 8000;

/** Toasts, alerts and dialogs of the script, each once; what was shown before this page was opened stays away. */
export function Messages({ messages }: { messages: readonly Message[] }) {
  const newest = messages.at(-1)?.id ?? 0;
  const opened = useRef(newest).current;
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const close = (id: number) => setClosed((before) => new Set([...before, id]));
  const open = messages.filter(({ id }) => id > opened && !closed.has(id));
  const modal = open.find(({ kind }) => kind !== 'toast');
  return (
    <>
      <div class="toasts" role="status">
        {open.map(
          (message) =>
            message.kind === 'toast' && (
              <Toast
                key={message.id}
                title={message.title}
                text={message.text}
                close={() => close(message.id)}
              />
            ),
        )}
      </div>
      {modal && <Modal key={modal.id} message={modal} close={() => close(modal.id)} />}
    </>
  );
}

function Toast({ title, text, close }: { title: string; text: string; close: () => void }) {
  useEffect(() => {
    const timer = setTimeout(close, TOAST_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="toast">
      <div>
        {title && <b>{title}</b>}
        <p>{text}</p>
      </div>
      <button type="button" class="round" aria-label="Close" onClick={close}>
        ✕
      </button>
    </div>
  );
}

/** The script has gone on already: an alert was answered with its first button, since executions cannot wait here. */
function Modal({ message, close }: { message: Message; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={message.kind} aria-label={message.title || 'Message'} onClose={close}>
      {message.title && <h2>{message.title}</h2>}
      {message.kind === 'dialog' ? (
        <iframe title={message.title} src={`/page/${message.page}`} />
      ) : (
        message.kind === 'alert' && <p>{message.text}</p>
      )}
      <form method="dialog">
        <button type="submit" class="primary">
          {message.kind === 'dialog' ? 'Close' : 'OK'}
        </button>
      </form>
    </dialog>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { doIt } from './ask';

/** The script's sidebar, 300 pixels wide as on Google. */
export function SidebarPanel({ page, title }: { page: number; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const close = () => void doIt('closeSidebar', {});
  useEffect(() => {
    const heard = ({ data, source }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data?.googleScriptHost === 'close') close();
    };
    addEventListener('message', heard);
    return () => removeEventListener('message', heard);
  }, []);
  return (
    <aside class="sidebar" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="round" aria-label="Close the sidebar" onClick={close}>
          ✕
        </button>
      </header>
      <iframe
        ref={frame}
        title={title}
        src={`/page/${page}`}
        onLoad={({ currentTarget }) => currentTarget.contentWindow?.focus()}
      />
    </aside>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { doIt } from './ask';

const HOUR = 3_600_000;

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The virtual time, which goes on with the real one, and buttons that let more of it pass. */
export function Clock({ now }: { now: number }) {
  const passed = useRealTimeSince(now);
  const pass = (hours: number) => () => void doIt('pass', { ms: hours * HOUR });
  return (
    <div class="clock">
      <time dateTime={new Date(now + passed).toISOString()}>{FORMAT.format(now + passed)} UTC</time>
      <button type="button" onClick={pass(1)} title="Let an hour pass and run the triggers that fall due">
        +1 hour
      </button>
      <button type="button" onClick={pass(24)} title="Let a day pass and run the triggers that fall due">
        +1 day
      </button>
    </div>
  );
}

function useRealTimeSince(now: number): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = Date.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(Date.now() - start), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return passed;
}

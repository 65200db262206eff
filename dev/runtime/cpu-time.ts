const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of CPU that this process has used since the last asking, all threads together. */
export function cpuTime(): () => number {
  let last = used();
  return () => {
    const now = used();
    const spent = now - last;
    last = now;
    return spent;
  };
}

/** What a clock on the wall of a zone shows at an instant, by Intl alone. */
export function localTime(seconds: number, zone: string): { date: string; hour: number } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = format.format(seconds * 1000).split(' ');
  return { date, hour: Number(time.slice(0, 2)) };
}

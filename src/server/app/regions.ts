/** Currency and main time zone of TikTok Shop's markets; the API names neither. */
const REGIONS: Record<string, [currency: string, zone: string]> = {
  BR: ['BRL', 'America/Sao_Paulo'],
  DE: ['EUR', 'Europe/Berlin'],
  ES: ['EUR', 'Europe/Madrid'],
  FR: ['EUR', 'Europe/Paris'],
  GB: ['GBP', 'Europe/London'],
  ID: ['IDR', 'Asia/Jakarta'],
  IE: ['EUR', 'Europe/Dublin'],
  IT: ['EUR', 'Europe/Rome'],
  JP: ['JPY', 'Asia/Tokyo'],
  MX: ['MXN', 'America/Mexico_City'],
  MY: ['MYR', 'Asia/Kuala_Lumpur'],
  PH: ['PHP', 'Asia/Manila'],
  SG: ['SGD', 'Asia/Singapore'],
  TH: ['THB', 'Asia/Bangkok'],
  US: ['USD', 'America/Los_Angeles'],
  VN: ['VND', 'Asia/Ho_Chi_Minh'],
};

/** Unknown markets get USD and UTC, which a report can change. */
export function regionFacts(region: string): { currency: string; zone: string } {
  const [currency, zone] = REGIONS[region] ?? ['USD', 'UTC'];
  return { currency, zone };
}

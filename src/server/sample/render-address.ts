import type { Standing } from './render-order';

/**
 * The recipient, masked where the platform ships. Absent while the order is unpaid or on hold; emptied when it ends
 * before shipping. State and city stay readable in `district_info`.
 */
export function renderAddress({ order, person, status, at }: Standing): Record<string, unknown> | undefined {
  if (status === 'UNPAID' || status === 'ON_HOLD') return undefined;
  const { region } = order.shop;
  const empty = status === 'CANCELLED' && at('ready') === undefined;
  const masked = order.shippingType === 'TIKTOK';
  const shown = (text: string) => (empty ? '' : text);
  const hidden = (text: string) => shown(masked ? text.slice(0, 1) + '***' : text);
  const street = shown(masked ? person.street.replace(/\d/g, '*') : person.street);
  const levels = [region.country, ...person.place.levels];
  const area = [...person.place.levels].reverse().join(', ');
  return {
    name: hidden(`${person.given} ${person.family}`),
    first_name: hidden(person.given),
    last_name: hidden(person.family),
    phone_number: shown(masked ? person.phone : person.phone.replace(/\*/g, '5')),
    region_code: shown(region.code),
    postal_code: shown(person.place.postal),
    address_line1: street,
    address_line2: '',
    address_line3: '',
    address_line4: '',
    address_detail: street,
    full_address: shown(`${street}, ${area}, ${person.place.postal}, ${region.country}`),
    district_info: empty
      ? []
      : levels.map((name, level) => ({
          address_level: `L${level}`,
          address_level_name: region.levelNames[level] ?? 'District',
          address_name: name,
          iso_code: level === 1 ? person.place.iso : level === 0 ? region.code : undefined,
        })),
  };
}

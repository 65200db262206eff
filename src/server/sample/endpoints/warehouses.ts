import { longId } from '../long-id';
import type { Endpoint } from './endpoint';

/** The seller's own warehouse, TikTok's, and one at the first one's address that takes parcels back. */
export const warehouses: Endpoint = {
  method: 'GET',
  path: '/logistics/202309/warehouses',
  scope: 'seller.logistics',
  shopCipher: 'required',
  check: () => undefined,
  answer(_call, shop) {
    const { region } = shop;
    const place = (at: number) => region.places[at % region.places.length]!;
    const warehouse = (id: string, name: string, at: number, type = 'SALES_WAREHOUSE') => ({
      id,
      name,
      type,
      sub_type: region.sellerType === 'CROSS_BORDER' ? 'CB_OVERSEA_WAREHOUSE' : 'DOMESTIC_WAREHOUSE',
      effect_status: 'ENABLED',
      is_default: at === 0 && type === 'SALES_WAREHOUSE',
      address: {
        region: region.country,
        region_code: region.code,
        state: place(at).levels[0],
        city: place(at).levels[place(at).levels.length - 1],
        postal_code: place(at).postal,
        full_address: `1 Dock Road, ${place(at).levels.join(', ')}`,
        contact_person: 'Lee',
        phone_number: '188****2234',
      },
    });
    const [own = '', platform = ''] = shop.warehouses;
    const city = place(0).levels[place(0).levels.length - 1]!;
    return {
      warehouses: [
        warehouse(own, `${city} Warehouse`, 0),
        warehouse(platform, 'Fulfilled by TikTok', 1),
        warehouse(longId('7136', 19, shop.seed, '9'), `${city} Returns`, 0, 'RETURN_WAREHOUSE'),
      ],
    };
  },
};

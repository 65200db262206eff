import type { Endpoint } from './endpoint';

/** The shops that the seller authorized, with the cipher every shop-scoped call needs. */
export const shops: Endpoint = {
  method: 'GET',
  path: '/authorization/202309/shops',
  scope: 'seller.authorization.info',
  shopCipher: 'forbidden',
  check: () => undefined,
  answer: (call) => ({
    shops: call.shops.map(({ id, name, region, cipher, code }) => ({
      id,
      name,
      region: region.code,
      seller_type: region.sellerType,
      cipher,
      code,
    })),
  }),
};

import { defineStream, type WholeEndpoint } from '../core/stream';
import { id, text } from './field';

export const shopList: WholeEndpoint = {
  kind: 'whole',
  keep: 'nothing',
  elementId: 'id',
  id: 'shops',
  method: 'GET',
  path: '/authorization/202309/shops',
  shopCipher: false,
  scope: 'seller.authorization.info',
  scopeLabel: 'the list of shops',
  pageSize: 0,
  records: 'shops',
  idPath: 'id',
  docs: 'https://partner.tiktokshop.com/docv2/page/get-authorized-shops-202309',
};

/** The shops an authorization covers. Always read whole; kept with the connection, not in the store. */
export const shops = defineStream({
  id: 'shops',
  label: 'Shops',
  group: 'Shop',
  about: 'The shops that an authorization covers.',
  markets: 'All markets.',
  history: 'As it is now.',
  freshness: 'At once.',
  privacy: 'Nothing about buyers.',
  endpoint: shopList,
  primaryKey: 'shop_id',
  createdPath: '',
  updatedPath: '',
  versionField: 'shop_id',
  schema: 1,
  fields: {
    shop_id: id('id', 'Shop ID', 'TikTok’s number of the shop.'),
    shop_name: text('name', 'Shop Name', 'Name of the shop.'),
    shop_region: text('region', 'Shop Region', 'Market of the shop.'),
    shop_code: text('code', 'Shop Code', 'Code of the shop in Seller Center.'),
    seller_type: text('seller_type', 'Seller Type', 'CROSS_BORDER or LOCAL.'),
    cipher: text('cipher', 'Shop Cipher', 'What calls about the shop must carry.'),
  },
});

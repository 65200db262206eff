import { at } from '../core/normalise';
import { defineStream } from '../core/stream';
import { id, picked, text } from './field';
import { productDetail } from './products-endpoint';
import { ALL_MARKETS, NO_BUYERS, ofRecord, recordTimes } from './whole';

interface Category {
  id: string;
  parent_id: string;
  local_name: string;
}

/** The categories of a product from the widest on, in whatever order they come. */
function chainOf(record: unknown): Category[] {
  const left = (at(record, 'category_chains') ?? []) as Category[];
  const chain: Category[] = [];
  for (let parent = '0'; chain.length < left.length; ) {
    const next = left.find(({ parent_id }) => parent_id === parent);
    if (!next) break;
    chain.push(next);
    parent = next.id;
  }
  return chain;
}
const level = (n: number, label: string, about: string) =>
  picked(text('category_chains', label, about), (record) => chainOf(record)[n]?.local_name);
const leaf = (record: unknown) => chainOf(record).pop();

/** What products belong to: read again where a product has changed. */
export const productDetails = defineStream({
  id: 'product_details',
  label: 'Brands and categories',
  group: 'Product',
  about:
    'One row for each product that is neither frozen nor deleted: its brand and its categories, as they are now.',
  markets: ALL_MARKETS,
  history: 'As it is now; of a product that was frozen or deleted since, as it was last.',
  freshness: 'Within minutes; one call for each product that is new or has changed.',
  privacy: NO_BUYERS,
  endpoint: productDetail,
  primaryKey: 'product_id',
  ...ofRecord,
  fields: {
    product_id: id('of', 'Product ID', 'TikTok’s number of the product.'),
    ...recordTimes(),
    brand_id: id('brand.id', 'Brand ID', 'TikTok’s number of the brand.'),
    brand: text('brand.name', 'Brand', 'Brand of the product; none for products without one.'),
    category: picked(
      text(
        'category_chains',
        'Category',
        'The narrowest category that the product is listed in, in the language of the market.',
      ),
      (record) => leaf(record)?.local_name,
    ),
    category_id: picked(
      id('category_chains', 'Category ID', 'TikTok’s number of that category.'),
      (record) => leaf(record)?.id,
    ),
    category_l1: level(0, 'Category L1', 'The widest category of the product.'),
    category_l2: level(1, 'Category L2', 'The category below the widest one.'),
    category_l3: level(2, 'Category L3', 'The category below that.'),
  },
});

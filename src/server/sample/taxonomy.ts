import { mix } from './chance';
import { digits } from './long-id';

/** Where products stand in TikTok's tree of categories, and whose brand they are. */

type Path = readonly [widest: string, middle: string, leaf: string];
const PATHS: readonly (readonly [name: RegExp, path: Path])[] = [
  [/serum|pore|roller|balm|beard|nails/i, ['Beauty & Personal Care', 'Skincare', 'Face Care']],
  [
    /hoodie|shirt|leggings|top|scarf|slippers|bonnet/i,
    ['Womenswear & Underwear', 'Clothing', 'Everyday Wear'],
  ],
  [/protein|collagen|cookie/i, ['Food & Beverages', 'Snacks', 'Health Food']],
  [/phone|led|noise|cable|tablet/i, ['Phones & Electronics', 'Accessories', 'Gadgets']],
  [/waffle|tumbler|baking|brew|skillet/i, ['Kitchenware', 'Cookware', 'Utensils']],
  [/yoga|acupressure/i, ['Sports & Outdoor', 'Fitness', 'Mats']],
];
const REST: Path = ['Home Supplies', 'Home Organizers', 'Household'];
const BRANDS = ['Northpeak', 'Lumière', 'Kitami & Co', '=Zero', 'Saltbox'];

/** The categories of a product, not always the widest first. */
export function categoriesOf(title: string): Record<string, unknown>[] {
  const path = PATHS.find(([name]) => name.test(title))?.[1] ?? REST;
  const top = 600_000 + 1000 * (1 + PATHS.findIndex((one) => one[1] === path));
  const chain = path.map((name, level) => ({
    id: String(top + level),
    parent_id: level === 0 ? '0' : String(top + level - 1),
    local_name: name,
    is_leaf: level === path.length - 1,
  }));
  return title.length % 2 === 0 ? chain : chain.reverse();
}

/** Two of three products have one. */
export function brandOf(productId: string): { id: string; name: string } | undefined {
  const which = mix(Number(productId.slice(-4)), 31) % Math.ceil(BRANDS.length * 1.5);
  const name = BRANDS[which];
  return name === undefined ? undefined : { id: `70825${digits(which, 14)}`, name };
}

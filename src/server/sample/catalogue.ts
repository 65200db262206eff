import { mix } from './chance';
import { digits, longId } from './long-id';
import type { ProductLine, Region } from './regions/region';

export type Sku = {
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  readonly name: string;
  readonly sellerSku: string;
  readonly image: string;
  /** Smallest units of the shop's currency. */
  readonly price: number;
};

export type Product = { readonly id: string; readonly name: string; readonly skus: readonly Sku[] };

/**
 * Names and codes that spreadsheets like to change are part of the assortment: a name that looks like a formula, and
 * the seller SKUs below that look like a number, a date, a boolean or a number with leading zeros.
 */
const LINES: readonly ProductLine[] = [
  ['=2 for 1= Lip Balm Duo', 899, 'one'],
  ['Satin Hair Bonnet', 1299, 'colour'],
  ['Crème Brûlée Soy Candle', 1899, 'volume'],
  ['Oversized Graphic Hoodie', 3499, 'size'],
  ['Vitamin C Serum', 1650, 'volume'],
  ['Reusable Lint Remover', 999, 'one'],
  ['+Size Linen Shirt', 2799, 'size'],
  ['Magnetic Phone Mount', 1449, 'colour'],
  ['Under-Desk Foot Hammock', 2199, 'one'],
  ['Pore Strips, 40 pcs', 749, 'one'],
  ['High-Waist Leggings', 2499, 'size'],
  ['Mini Waffle Maker', 1999, 'colour'],
  ['@Home Aroma Diffuser', 2599, 'one'],
  ['Stainless Tumbler', 2349, 'volume'],
  ['Cloud Slippers', 1799, 'size'],
  ['LED Strip Lights 10 m', 1299, 'one'],
  ['-20% Winter Scarf', 1599, 'colour'],
  ['Protein Cookie Box', 2699, 'one'],
  ['Press-On Nails "Glazed"', 899, 'colour'],
  ['Pet Hair Glove', 1099, 'one'],
  ['Gel Pen Set', 1149, 'colour'],
  ['Yoga Mat 6 mm', 2999, 'colour'],
  ['Collagen Peptides', 3299, 'volume'],
  ['Silicone Baking Mats', 1399, 'one'],
  ['Travel Cable Case', 1249, 'colour'],
  ['Jade Roller', 1199, 'one'],
  ['Ribbed Tank Top', 1499, 'size'],
  ['Cold Brew Maker', 2849, 'volume'],
  ['Kids’ Drawing Tablet', 1999, 'colour'],
  ['Acupressure Mat', 3399, 'one'],
  ['Beard Oil', 1349, 'volume'],
  ['Corduroy Overshirt', 4199, 'size'],
  ['Garden Kneeler', 3899, 'one'],
  ['Sticker Book\tVol. 2', 799, 'one'],
  ['Weighted Blanket', 5499, 'colour'],
  ['Dino Night Light', 1699, 'colour'],
  ['Cast Iron Skillet', 3999, 'one'],
  ['Noise Machine', 2999, 'one'],
];

const VARIANTS = {
  one: ['Default'],
  colour: ['Black', 'Cream', 'Sage', 'Rosé'],
  size: ['M', 'L', 'S', 'XL'],
  volume: ['30 ml', '50 ml', '100 ml'],
} as const;

const ODD_SELLER_SKUS: Readonly<Record<string, string>> = {
  '0-0': '1E5',
  '1-0': '12-05',
  '2-0': 'TRUE',
  '3-0': '007',
};

/** The market's own products come first, so that popular rows carry the market's script. */
export function catalogueOf(region: Region, shop: number, seed: number): readonly Product[] {
  return [...LINES.slice(0, 4), ...region.products, ...LINES.slice(4)].map(([name, cents, axis], rank) => {
    const salt = mix(seed, rank);
    const id = longId('1729', 19, salt, digits(shop, 2) + digits(rank, 2));
    const skus = VARIANTS[axis].map((variant, which) => ({
      id: longId('1730', 19, mix(salt, which), digits(shop, 2) + digits(rank, 2) + digits(which, 1)),
      productId: id,
      productName: name,
      name: variant,
      sellerSku: ODD_SELLER_SKUS[`${rank}-${which}`] ?? `SKU-${digits(rank + 1, 3)}-${which + 1}`,
      image: `https://p16-sample.invalid/${id}/${which}.webp`,
      price: priced(cents + (axis === 'volume' ? which * 600 : 0), region),
    }));
    return { id, name, skus };
  });
}

function priced(cents: number, region: Region): number {
  return Math.max(1, Math.round((cents * region.unitsPerCent) / region.priceStep)) * region.priceStep;
}

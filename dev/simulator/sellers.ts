import type { Story } from '../../src/server/sample/story';

/** Somebody with a TikTok Shop account; one authorization covers all her shops. */
export type Seller = {
  readonly openId: string;
  readonly name: string;
  readonly region: string;
  readonly shopIds: readonly string[];
};

/** One seller owning every shop, or `count` sellers with the shops dealt out among them. */
export function sellersOf(story: Story, count: number): Seller[] {
  return Array.from({ length: count }, (_, position) => {
    const shops = story.shops.filter((_shop, at) => at % count === position);
    return {
      openId: `70107360571803250${String(position).padStart(2, '0')}`,
      name: `Seller ${position + 1}`,
      region: shops[0]?.region.code ?? 'US',
      shopIds: shops.map((shop) => shop.id),
    };
  });
}

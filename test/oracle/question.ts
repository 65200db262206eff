import type { Filter } from './filters';
import type { TikTokRecord } from './record';

export type ShopRecords = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly records: readonly TikTokRecord[];
};

/** A report with its range as two days of the zone, both included, and the records it is worked out from. */
export type Question = {
  readonly shops: readonly ShopRecords[];
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly zone: string;
  readonly filters?: readonly Filter[];
  readonly sort?: readonly { readonly field: string; readonly descending: boolean }[];
  readonly limit?: number | null;
};

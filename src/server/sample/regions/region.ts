// What differs between markets. Facts: currency by market, COD markets, who states taxes, when a package id exists.

/** A product as a catalogue line: name, price in US cents, axis of its variants. */
export type ProductLine = readonly [name: string, cents: number, axis: 'one' | 'colour' | 'size' | 'volume'];

export type Place = {
  /** Administrative levels below the country, widest first: state or province, (county,) city. */
  readonly levels: readonly string[];
  readonly iso?: string;
  readonly postal: string;
  /** Share of buyers relative to the other places. */
  readonly weight: number;
  /** Sales tax of the place, in 1/10 000. */
  readonly taxRate?: number;
  readonly taxesShipping?: boolean;
  /** Retail delivery fee in smallest units, where the state levies one. */
  readonly deliveryFee?: number;
};

export type Region = {
  readonly code: string;
  readonly country: string;
  readonly levelNames: readonly string[];
  readonly currency: string;
  readonly decimals: 0 | 2;
  readonly zone: string;
  /** Standard time; the pattern of a day follows it all year. */
  readonly offsetHours: number;
  /** Where clocks are an hour ahead in summer: TikTok's own days follow them. */
  readonly summer?: 'us' | 'eu';
  /** Smallest units for one US cent, and the step prices are rounded to. */
  readonly unitsPerCent: number;
  readonly priceStep: number;
  readonly shippingFee: number;
  readonly codShare: number;
  readonly sellerType: 'LOCAL' | 'CROSS_BORDER';
  /** 'sales': stated per item by place (US). 'import': on top of the order, of cross-border sellers. 'included': in the price. */
  readonly tax: 'sales' | 'import' | 'included';
  /** Value added tax in 1/10 000 when tax is 'import'. */
  readonly importRate?: number;
  /** Whether a package id exists before the seller arranges shipping (not so for US and UK local sellers). */
  readonly packsEarly: boolean;
  readonly commercePlatform: boolean;
  /** Big sales on 6.6, 7.7 … 12.12, or around Black Friday. */
  readonly sales: 'double-days' | 'black-friday';
  readonly phone: string;
  readonly carriers: readonly string[];
  readonly payments: readonly string[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly streets: readonly string[];
  readonly places: readonly Place[];
  /** Cancel reasons in the language of the market, as the order carries them. */
  readonly reasons: {
    readonly unpaid: string;
    readonly buyer: readonly string[];
    readonly seller: readonly string[];
    readonly undelivered: string;
    readonly lost: string;
    readonly risk: string;
  };
  /** Products that only this market sells. */
  readonly products: readonly ProductLine[];
};

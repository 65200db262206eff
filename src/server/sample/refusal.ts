/** TikTok's "no": a code and a text, with the HTTP status it comes under. Texts are TikTok's own where known. */
export type Refusal = { readonly code: number; readonly message: string; readonly status?: number };

const bad = (message: string): Refusal => ({ code: 36009004, message });

export const REFUSAL = {
  path: {
    code: 36009009,
    message: 'Invalid path. The specified path does not match any available endpoint.',
    status: 404,
  },
  method: {
    code: 36009010,
    message: 'Invalid method. The HTTP method used is not supported by this endpoint.',
    status: 405,
  },
  cipherMissing: {
    code: 106013,
    message: 'Missing identifier. The `shop_cipher` query parameter is required to identify the target shop.',
  },
  cipherUnwanted: bad(
    'Unexpected identifier. The `shop_cipher` query parameter is not required for this request.',
  ),
  cipherUnknown: bad('Invalid identifier. The `shop_id` query parameter is invalid.'),
  parameter: bad('invalid param error'),
  pageSize: (most: number, least = 1): Refusal =>
    bad(`PageSize is invalid, check validation rule is: $this > ${least - 1} && $this <= ${most}.`),
  // Only the numbers of these two are known.
  createTime: { code: 12019118, message: 'Invalid create time.' },
  updateTime: { code: 12019119, message: 'Invalid update time.' },
  // Only the number is known.
  tooManyProducts: { code: 12052180, message: 'The search cannot go beyond 10000 products.' },
  // The first text is a live answer; of the second only the words were reported.
  analyticsRange: {
    code: 28001022,
    message: 'invalid request params; detail:date range cannot exceed 60 days.',
  },
  analyticsStart: {
    code: 28001022,
    message: 'invalid request params; detail:start time or end time is invalid.',
  },
  // Neither number nor text is known.
  product: { code: 12052023, message: 'The product does not exist.' },
  foreignOrder: {
    code: 21008111,
    message: 'The order or package does not belong to the current seller.',
  },
} as const satisfies Record<string, Refusal | ((most: number) => Refusal)>;

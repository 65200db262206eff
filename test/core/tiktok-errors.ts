// TikTok's refusals as its error pages and live answers word them, and what we make of each: stated here anew, so that
// a change of the classifier's own table shows.
import type { ProblemCode } from '../../src/shared/problem';

export interface Refusal {
  code: number;
  message: string;
  /** HTTP status; 200 for most business refusals. */
  status: number;
  problem: ProblemCode;
}

const refusal = (code: number, message: string, problem: ProblemCode, status = 200): Refusal => ({
  code,
  message,
  status,
  problem,
});

export const REFUSALS: readonly Refusal[] = [
  // One code, many situations: the message decides.
  refusal(
    36009004,
    'Missing credentials. The request does not include a required signature in the query.',
    'app_refused',
    400,
  ),
  refusal(
    36009004,
    'Invalid timestamp. The value of the `timestamp` query parameter must not be lesser than 0.',
    'tiktok_down',
    400,
  ),
  refusal(
    36009004,
    'Invalid timestamp. The value of the `timestamp` query parameter must not be earlier than 5 minutes before the current time.',
    'tiktok_down',
    400,
  ),
  refusal(
    36009004,
    'Invalid timestamp. The value of the `timestamp` query parameter must not exceed the current time by more than 30 seconds.',
    'tiktok_down',
    400,
  ),
  refusal(36009004, 'Invalid credentials. Invalid `app_key` query parameter.', 'app_refused', 400),
  refusal(36009004, 'Invalid credentials. The `x-tts-access-token` header is invalid.', 'token_expired', 401),
  refusal(36009004, 'Invalid credentials. The `access_token` header is invalid.', 'token_expired', 401),
  refusal(
    36009004,
    'Unexpected identifier. The `shop_cipher` query parameter is not required for this request.',
    'tiktok_refused',
    400,
  ),
  refusal(36009004, 'Invalid identifier. The `shop_id` query parameter is invalid.', 'shop_moved', 400),
  refusal(
    36009004,
    'Invalid API version. The `version` value is invalid or unsupported.',
    'call_retired',
    400,
  ),
  refusal(
    36009004,
    'PageSize is invalid, check validation rule is: $this > 0 && $this <= 100.',
    'tiktok_refused',
  ),
  refusal(36009004, 'invalid param error', 'tiktok_refused'),
  refusal(
    36009002,
    "Too many requests. You've made too many requests in a short period of time.",
    'tiktok_busy',
    429,
  ),
  refusal(36009002, '', 'tiktok_busy'),
  refusal(
    36009003,
    'Internal error. Please try again. If the issue persists after multiple attempts, please contact platform support.',
    'tiktok_down',
    500,
  ),
  refusal(36009003, 'Internal error.', 'tiktok_down'),
  refusal(36009007, 'Request timeout. The request to the endpoint timed out.', 'tiktok_down', 504),
  refusal(
    36009009,
    'Invalid path. The specified path does not match any available endpoint.',
    'call_retired',
    404,
  ),
  refusal(
    36009010,
    'Invalid method. The HTTP method used is not supported by this endpoint.',
    'call_retired',
    405,
  ),
  refusal(
    36009014,
    'Invalid API version. The `version` value is invalid or unsupported.',
    'call_retired',
    400,
  ),
  refusal(36009022, 'Invalid request format.', 'tiktok_refused', 400),
  refusal(
    36009033,
    'Access denied. Your IP address is not in the IP allow list configured for this app.',
    'ip_refused',
    403,
  ),
  refusal(36009043, 'The shop is inactive.', 'shop_inactive'),
  refusal(36009044, 'The seller is inactive.', 'shop_inactive'),
  refusal(12052700, 'The seller is inactive.', 'shop_inactive'),
  refusal(
    101000,
    'Invalid query or header. The `category_asset_cipher` query parameter or `x-tts-access-token` header is invalid.',
    'token_expired',
  ),
  refusal(
    105002,
    'Expired credentials. The `access_token` or `x-tts-access-token` header has expired.',
    'token_expired',
    401,
  ),
  refusal(105002, 'access token is expired, please refresh it', 'token_expired'),
  refusal(105004, 'authorization region mismatch', 'wrong_market'),
  refusal(
    105005,
    'Access denied. The app is not authorized to access the endpoint because the access scopes granted for the app or the access token do not contain the required access scope for the endpoint.',
    'missing_scope',
    401,
  ),
  refusal(105005, 'you should apply auth pkg for this api', 'missing_scope'),
  refusal(66009315, 'no permission', 'missing_scope'),
  refusal(106001, 'Invalid credentials. The `sign` query parameter is invalid.', 'app_refused', 401),
  refusal(
    106013,
    'Missing identifier. The `shop_cipher` query parameter is required to identify the target shop.',
    'tiktok_refused',
    400,
  ),
  refusal(28001022, 'invalid request params; detail:date range cannot exceed 60 days.', 'tiktok_refused'),
  refusal(12019118, 'search create time invalid', 'tiktok_refused'),
  refusal(12019119, 'search update time invalid', 'tiktok_refused'),
  refusal(12052180, 'the search is limited to 10000 results', 'too_many_results'),
  refusal(21008111, 'The order or package does not belong to the current seller.', 'tiktok_refused'),
  // The seller's own obstacles, whatever number they come under.
  refusal(36009002, 'Too many requests for a sandbox shop.', 'sandbox_limit', 429),
  refusal(90000001, 'The app is not published.', 'app_not_approved'),
  refusal(90000001, 'This app is in review.', 'app_not_approved'),
  refusal(90000002, 'The shop is suspended.', 'shop_inactive'),
  refusal(90000002, 'The seller account is under review.', 'shop_inactive'),
  refusal(90000003, 'Only the shop owner can authorize apps.', 'not_owner'),
  refusal(90000003, 'Admin permission required.', 'not_owner'),
  refusal(36009021, 'The file is too large.', 'tiktok_refused', 400),
  refusal(36009023, 'Invalid content-type.', 'tiktok_refused', 400),
  refusal(25001011, 'there are processing reverse order exists', 'tiktok_refused'),
  refusal(25001021, 'Reason not match order status', 'tiktok_refused'),
  refusal(100005, 'rate limited', 'tiktok_busy'),
  // Token endpoints.
  refusal(36004004, 'invalid auth code', 'authorization_code'),
  refusal(36004001, 'rt has expired', 'authorization_ended'),
  refusal(
    98001004,
    'Parameter refresh_token is invalid. Reason: unexpected value. Expected: a valid refresh token',
    'authorization_ended',
  ),
  refusal(
    98001004,
    'Parameter auth_code is invalid. Reason: unexpected value. Expected: a valid code',
    'authorization_code',
  ),
  refusal(98001004, 'Parameter app_secret is invalid. Reason: unexpected value.', 'app_refused'),
  refusal(98001004, 'Parameter grant_type is invalid. Reason: unexpected value.', 'tiktok_refused'),
  // What nobody has described.
  refusal(99999999, 'a new refusal', 'tiktok_refused'),
  refusal(99999999, 'a new refusal', 'tiktok_busy', 429),
  refusal(99999999, 'a new failure', 'tiktok_down', 503),
];

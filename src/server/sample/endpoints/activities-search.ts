import { civilDay, DAY_SECONDS } from '../calendar';
import { mix, TOPIC } from '../chance';
import { digits, longId } from '../long-id';
import { offsetIn, pageOf } from '../page';
import { REFUSAL } from '../refusal';
import { dayAt, dayStart, type Shop } from '../shop';
import type { Endpoint } from './endpoint';
import { checkTypes } from './parameters';

/** Days on which something is planned, and so many days ahead. */
const AHEAD = 7;
const INDEFINITE = 'SHIPPING_DISCOUNT';

/** A discount from the first of each month to its 20th day, a flash sale on its 10th, and free shipping since the opening. */
export const activitiesSearch: Endpoint = {
  method: 'POST',
  path: '/promotion/202309/activities/search',
  scope: 'seller.promotion.info',
  shopCipher: 'required',

  // Size and token of a page stand in the body.
  check: ({ query, body }) => {
    const wrong = checkTypes({ body } as Parameters<typeof checkTypes>[0], {
      page_size: 'int',
      page_token: 'string',
      activity_title: 'string',
      activity_type: 'string',
      status: 'string',
    });
    if (wrong || query['page_size'] !== undefined || query['page_token'] !== undefined)
      return REFUSAL.parameter;
    const size = (body['page_size'] as number | undefined) ?? 50;
    if (size < 0 || size > 100) return REFUSAL.pageSize(100);
    const token = body['page_token'] as string | undefined;
    return token && offsetIn(token) === undefined ? REFUSAL.parameter : undefined;
  },

  answer({ body, now }, shop) {
    const all = activitiesOf(shop, now).filter(
      (one) =>
        (body['activity_type'] ?? one.activity_type) === one.activity_type &&
        (body['status'] ?? one.status) === one.status &&
        (body['activity_title'] ?? one.title) === one.title,
    );
    const size = (body['page_size'] as number | undefined) || 50;
    const { rows, next } = pageOf(all, size, body['page_token'] as string | undefined);
    return {
      activities: rows.length > 0 ? rows : undefined,
      next_page_token: next,
      total_count: all.length,
    };
  },
};

function activitiesOf(shop: Shop, now: number) {
  const last = Math.min(dayAt(shop, now) + AHEAD, shop.endDay);
  const made = (type: string, title: string, begin: number, end: number, day: number) => {
    const create = dayStart(shop, day) - AHEAD * DAY_SECONDS + 3600;
    const status =
      type === INDEFINITE ? 'ONGOING' : now < begin ? 'NOT_START' : now < end ? 'ONGOING' : 'EXPIRED';
    return {
      id: longId(
        '7136',
        19,
        mix(shop.seed, TOPIC.promotion),
        digits(shop.number, 2) + digits(day, 5) + type.length,
      ),
      title,
      activity_type: type,
      status,
      product_level: type === INDEFINITE ? 'SHOP' : 'PRODUCT',
      duration_type: type === INDEFINITE ? 'INDEFINITE' : 'NORMAL',
      // An indefinite one has zeros here.
      begin_time: begin,
      end_time: end,
      create_time: create,
      update_time: status === 'NOT_START' ? create : status === 'ONGOING' ? Math.max(create, begin) : end,
    };
  };
  const all = [made(INDEFINITE, 'Free Shipping', 0, 0, shop.firstDay)];
  for (let day = shop.firstDay; day <= last; day++) {
    const { year, month, dayOfMonth } = civilDay(day);
    const begin = dayStart(shop, day);
    const named = `${year}-${digits(month, 2)}`;
    if (dayOfMonth === 1)
      all.push(made('DIRECT_DISCOUNT', `Monthly Deals ${named}`, begin, begin + 20 * DAY_SECONDS, day));
    if (dayOfMonth === 10)
      all.push(made('FLASHSALE', `Flash Sale ${named}`, begin, begin + DAY_SECONDS, day));
  }
  return all.filter((one) => one.create_time <= now).reverse();
}

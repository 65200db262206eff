import { type Basket, basketOf } from './basket';
import { type Person, personOf } from './buyer';
import { mix } from './chance';
import type { Status, StepName } from './lifecycle';
import { digits, longId } from './long-id';
import { type Order, orderCounter, orderId } from './order';
import { renderAddress } from './render-address';
import { renderLineItems } from './render-line-items';
import { renderPayment } from './render-payment';

/** An order as it stands at a moment: what the parts of the renderer share. */
export type Standing = {
  readonly order: Order;
  readonly basket: Basket;
  readonly person: Person;
  readonly status: Status;
  readonly updateTime: number;
  /** Unix second of a step that has happened; undefined (and so left out of the JSON) otherwise. */
  readonly at: (step: StepName) => number | undefined;
  /** One id, two for split orders, none before packing. */
  readonly packages: readonly string[];
  readonly carrier: { readonly id: string; readonly name: string };
};

const DAY = 86_400;

/**
 * An order in the shape of /order/202309/orders/search as of a Unix second, or undefined before it exists. Depends on
 * the steps up to then and nothing else: equal update_time means an equal record. Keys that do not apply are undefined,
 * which JSON.stringify leaves out.
 */
export function renderOrder(order: Order, second: number): Record<string, unknown> | undefined {
  const standing = standingAt(order, second);
  if (!standing) return undefined;
  const { status, at, person, packages, carrier } = standing;
  const { shop } = order;
  const { region } = shop;
  const cancelled = at('cancelled') !== undefined ? order.cancellation : undefined;
  const started = order.cod ? order.createTime : (at('released') ?? (order.held ? undefined : at('paid')));
  const due = (days: number) => (started === undefined ? undefined : started + days * DAY);
  const shipped = at('ready') !== undefined;
  const paidOrCash = order.cod || at('paid') !== undefined;
  const method = order.cod ? 'Cash on delivery' : region.payments[order.index % region.payments.length]!;

  return {
    id: order.id,
    status,
    create_time: order.createTime,
    paid_time: at('paid'),
    update_time: standing.updateTime,
    user_id: order.buyer.id,
    buyer_email: person.email,
    buyer_message: order.index % 17 === 3 ? 'Please leave it at the door\nThank you! 🙏' : undefined,
    seller_note: order.index % 41 === 7 && shipped ? '=checked by hand' : undefined,
    is_cod: order.cod,
    is_on_hold_order: order.held,
    is_sample_order: order.kind === 'sample',
    is_replacement_order: order.kind === 'replacement',
    replaced_order_id: order.kind === 'replacement' ? replacedId(order) : undefined,
    is_buyer_request_cancel: at('cancelRequested') === undefined ? undefined : cancelled === undefined,
    request_cancel_time: at('cancelRequested'),
    cancel_time: at('cancelled'),
    cancel_reason: cancelled?.reason,
    cancellation_initiator: cancelled?.by,
    has_updated_recipient_address: false,
    order_type: order.kind === 'preorder' ? 'PRE_ORDER' : 'NORMAL',
    release_date:
      order.kind === 'preorder' ? order.steps.find(({ name }) => name === 'released')?.at : undefined,
    commerce_platform: region.commercePlatform ? 'TIKTOK_SHOP' : undefined,
    fulfillment_type: order.byPlatform ? 'FULFILLMENT_BY_TIKTOK' : 'FULFILLMENT_BY_SELLER',
    fulfillment_priority_level: region.commercePlatform ? 600 : undefined,
    shipping_type: order.shippingType,
    delivery_type: region.code === 'DE' && order.index % 9 === 4 ? 'COLLECTION_POINT' : 'HOME_DELIVERY',
    delivery_option_id: longId('75', 19, shop.seed, '1'),
    delivery_option_name: 'Standard shipping',
    warehouse_id: order.warehouse,
    payment_method_name: paidOrCash ? method : undefined,
    payment: renderPayment(standing),
    recipient_address: renderAddress(standing),
    line_items: renderLineItems(standing),
    packages: packages.length > 0 ? packages.map((id) => ({ id })) : undefined,
    split_or_combine_tag: packages.length > 1 ? 'SPLIT' : undefined,
    shipping_provider: shipped ? carrier.name : undefined,
    shipping_provider_id: shipped ? carrier.id : undefined,
    tracking_number: shipped ? trackingNumber(packages[0]!) : undefined,
    rts_time: at('ready'),
    collection_time: at('collected'),
    delivery_time: at('delivered'),
    // Who ships by himself has promised to be quicker.
    rts_sla_time: due(order.shippingType === 'SELLER' ? 1.5 : 2),
    tts_sla_time: due(3),
    shipping_due_time: due(4),
    cancel_order_sla_time: due(7),
    collection_due_time: due(9),
    delivery_due_time: due(30),
  };
}

export const trackingNumber = (packageId: string): string => `92${packageId.slice(-14)}`;

function standingAt(order: Order, second: number): Standing | undefined {
  const times = new Map<StepName, number>();
  let status: Status | undefined;
  let updateTime = order.createTime;
  for (const step of order.steps) {
    if (step.at > second) break;
    times.set(step.name, step.at);
    status = step.status;
    updateTime = step.at;
  }
  if (!status) return undefined;
  const at = (step: StepName) => times.get(step);
  const { shop } = order;
  const salt = mix(mix(shop.seed, order.day), order.index);
  const begun = order.cod || (at('paid') !== undefined && (!order.held || at('released') !== undefined));
  const packed = at('ready') !== undefined || (shop.region.packsEarly && begun);
  const ids = (order.split ? ['1', '2'] : ['1']).map((n) => longId('115', 19, salt, orderCounter(order) + n));
  const which = salt % shop.region.carriers.length;
  return {
    order,
    basket: basketOf(order),
    person: personOf(shop, order.buyer),
    status,
    updateTime,
    at,
    packages: packed ? ids : [],
    carrier: { id: longId('66', 19, which, digits(which, 1)), name: shop.region.carriers[which]! },
  };
}

/** A replacement names the first order of a day three weeks before, if the shop sold anything then. */
function replacedId({ shop, day }: Order): string | undefined {
  const then = day - 21;
  return then >= shop.firstDay && shop.count(then) > 0 ? orderId({ shop, day: then, index: 0 }) : undefined;
}

import { localTime, TIME_PARTS } from './local-time';
import { at, type TikTokRecord } from './record';

export type Cell = string | number | boolean | null;
type CellType = 'id' | 'text' | 'boolean' | 'time' | 'integer' | 'percent' | 'date' | 'currency';

/** Where a group's row comes from: an order, one of its items if the report goes that deep, and the metric's time. */
export type Place = {
  readonly shop: { readonly id: string; readonly name: string; readonly region: string };
  readonly order: TikTokRecord;
  readonly item: TikTokRecord | null;
  readonly seconds: number;
  readonly zone: string;
};

export type Field = {
  readonly type: CellType;
  readonly ofItem: boolean;
  readonly cell: (place: Place) => Cell;
};

function cellOf(value: unknown, type: CellType, zone: string): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (type === 'boolean') return value === true;
  if (type === 'time') return Number(value) > 0 ? localTime(Number(value), zone).iso : null;
  if (type === 'percent') return Number(value);
  return type === 'integer' ? Number(value) : String(value);
}

const ofOrder = (path: string, type: CellType): Field => ({
  type,
  ofItem: false,
  cell: ({ order, zone }) => cellOf(at(order, path), type, zone),
});
const ofItem = (path: string, type: CellType): Field => ({
  type,
  ofItem: true,
  cell: ({ item, zone }) => cellOf(at(item, path), type, zone),
});
const area = (wanted: (level: TikTokRecord) => boolean): Field => ({
  type: 'text',
  ofItem: false,
  cell({ order }) {
    const levels = at(order, 'recipient_address.district_info') as TikTokRecord[] | undefined;
    return (levels?.find(wanted)?.['address_name'] as string | undefined) ?? null;
  },
});
const named = (names: string, field: (name: string) => Field): [string, Field][] =>
  names.split(' ').map((name) => [name, field(name)]);

/** Every dimension that the oracle knows. The buyer's id is not among them: the add-on stores a hash of it. */
export const FIELDS: Readonly<Record<string, Field>> = Object.fromEntries([
  ...named(
    'warehouse_id delivery_option_id shipping_provider_id replaced_order_id exchange_source_order_id',
    (name) => ofOrder(name, 'id'),
  ),
  ...named(
    'payment_method_name order_type commerce_platform fulfillment_type shipping_type delivery_type ' +
      'delivery_option_name shipping_provider tracking_number split_or_combine_tag cancel_reason cancellation_initiator',
    (name) => ofOrder(name, 'text'),
  ),
  ...named(
    'is_cod is_sample_order is_on_hold_order is_replacement_order is_buyer_request_cancel has_updated_recipient_address',
    (name) => ofOrder(name, 'boolean'),
  ),
  ...named(
    'create_time paid_time update_time rts_time collection_time delivery_time cancel_time request_cancel_time ' +
      'rts_sla_time tts_sla_time shipping_due_time collection_due_time delivery_due_time cancel_order_sla_time release_date',
    (name) => ofOrder(name, 'time'),
  ),
  ...named('product_id sku_id package_id room_id', (name) => ofItem(name, 'id')),
  ...named('product_name sku_name seller_sku sku_type package_status cancel_user', (name) =>
    ofItem(name, 'text'),
  ),
  ['order_id', ofOrder('id', 'id')],
  ['order_status', ofOrder('status', 'text')],
  ['currency', ofOrder('payment.currency', 'currency')],
  ['fulfillment_priority_level', ofOrder('fulfillment_priority_level', 'integer')],
  ['recipient_region_code', ofOrder('recipient_address.region_code', 'text')],
  ['recipient_state', area((level) => level['address_level'] === 'L1')],
  [
    'recipient_city',
    area((level) => level['address_level'] !== 'L1' && /city/i.test(String(level['address_level_name']))),
  ],
  ['line_item_id', ofItem('id', 'id')],
  ['item_status', ofItem('display_status', 'text')],
  ['item_tracking_number', ofItem('tracking_number', 'text')],
  ['item_shipping_provider', ofItem('shipping_provider_name', 'text')],
  ['item_rts_time', ofItem('rts_time', 'time')],
  ['item_cancel_reason', ofItem('cancel_reason', 'text')],
  ['is_gift', ofItem('is_gift', 'boolean')],
  ['tax_type', ofItem('item_tax.0.tax_type', 'text')],
  ['tax_rate', ofItem('item_tax.0.tax_rate', 'percent')],
  ...(['id', 'name', 'region'] as const).map((fact): [string, Field] => [
    `shop_${fact}`,
    { type: fact === 'id' ? 'id' : 'text', ofItem: false, cell: ({ shop }) => shop[fact] },
  ]),
  ...Object.entries(TIME_PARTS).map(([name, part]): [string, Field] => [
    name,
    {
      type:
        name === 'date' || name === 'week' ? 'date' : name === 'hour' || name === 'year' ? 'integer' : 'text',
      ofItem: false,
      cell: ({ seconds, zone }) => part(localTime(seconds, zone)),
    },
  ]),
]);

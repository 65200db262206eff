import { defineStream, type WholeEndpoint } from '../core/stream';
import { flag, id, text } from './field';
import { ALL_MARKETS, AS_IT_IS, AT_ONCE, latest, ofDay, readTime } from './whole';

const warehouseList: WholeEndpoint = {
  kind: 'whole',
  id: 'warehouses',
  keep: 'latest',
  method: 'GET',
  path: '/logistics/202309/warehouses',
  shopCipher: true,
  scope: 'seller.logistics',
  scopeLabel: 'warehouses',
  pageSize: 0,
  records: 'warehouses',
  idPath: 'day',
  elementId: 'id',
  docs: 'https://partner.tiktokshop.com/docv2/page/get-warehouse-list-202309',
};

/** The seller's warehouses: what orders and stock point at. */
export const warehouses = defineStream({
  ...ofDay('warehouse_day', 'warehouse_read_time'),
  id: 'warehouses',
  label: 'Warehouses',
  group: 'Warehouse',
  about: 'One row for each warehouse.',
  markets: ALL_MARKETS,
  history: AS_IT_IS,
  freshness: AT_ONCE,
  privacy: 'Street, phone number and contact person of a warehouse are not stored.',
  endpoint: warehouseList,
  explode: 'list',
  primaryKey: 'warehouse_id',
  fields: {
    warehouse_day: latest,
    warehouse_read_time: readTime,
    warehouse_id: id('id', 'Warehouse ID', 'TikTok’s number of the warehouse.'),
    warehouse_name: text('name', 'Warehouse Name', 'Name of the warehouse; several may have the same.'),
    warehouse_type: text('type', 'Warehouse Type', 'SALES_WAREHOUSE ships, RETURN_WAREHOUSE takes back.'),
    warehouse_sub_type: text(
      'sub_type',
      'Warehouse Sub-type',
      'DOMESTIC_WAREHOUSE, or for cross-border sellers CB_OVERSEA_WAREHOUSE or CB_DIRECT_SHIPPING_WAREHOUSE.',
    ),
    warehouse_status: text(
      'effect_status',
      'Warehouse Status',
      'ENABLED, DISABLED or RESTRICTED (holiday or order limit).',
    ),
    is_default_warehouse: flag(
      'is_default',
      'Default Warehouse',
      'Whether products without a warehouse lie there.',
    ),
    warehouse_state: text('address.state', 'Warehouse State', 'State or province of the warehouse.'),
    warehouse_city: text('address.city', 'Warehouse City', 'City of the warehouse.'),
  },
});

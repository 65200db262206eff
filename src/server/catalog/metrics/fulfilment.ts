import type { Metric } from '../../core/metric';
import { count, ratio, words } from './kinds';

/** Mean hours from the sale to a step, of orders that have come to it. */
const hoursTo = (step: string, about: string, formula: string): Record<string, Metric> => ({
  [`hours_to_${step}`]: {
    kind: 'average',
    type: 'decimal',
    stream: 'orders',
    time: 'sales_time',
    field: `seconds_to_${step}`,
    per: 3600,
    ...words('Fulfilment speed', '', about, formula),
  },
});

const DEADLINES = 'Deadlines';

const orders = (counted: string, about: string, formula: string): Metric =>
  count(words(DEADLINES, '', about, formula), 'orders', { time: 'sales_time', counted });

/** Orders that missed a deadline, those that met or missed it, and how many those are of these. */
const against = (what: string, late: string, due: string): Record<string, Metric> => {
  const [missed, all] = [`late_${what}_orders`, `due_${what}_orders`];
  return {
    [missed]: orders(
      `${what}_late`,
      'Orders that missed the deadline, or are past it at the last refresh.',
      late,
    ),
    [all]: orders(`${what}_due`, 'Orders that met or missed the deadline by the last refresh.', due),
    [`late_${what}_rate`]: ratio(
      [missed, all],
      'percent',
      words(
        DEADLINES,
        '',
        'How many of the orders that met or missed the deadline missed it.',
        'Late orders ÷ due orders, of the same deadline',
      ),
    ),
  };
};

export const fulfilmentMetrics: Readonly<Record<string, Metric>> = {
  ...hoursTo(
    'ship',
    'Hours from the sale until shipment was arranged, on average of the orders for which it was.',
    'Sum of rts_time − sales time, in hours, ÷ number of counted orders that have both, by sales time',
  ),
  ...hoursTo(
    'collection',
    'Hours from the sale until the carrier collected the package, on average of the orders for which that has happened.',
    'Sum of collection_time − sales time, in hours, ÷ number of counted orders that have both, by sales time',
  ),
  ...hoursTo(
    'delivery',
    'Hours from the sale until the package was delivered, on average of the orders for which that has happened.',
    'Sum of delivery_time − sales time, in hours, ÷ number of counted orders that have both, by sales time',
  ),
  ...against(
    'shipment',
    'Number of counted orders with rts_time after rts_sla_time, or past rts_sla_time without it and not cancelled, by sales time',
    'Number of counted orders with rts_sla_time that have rts_time, or are past rts_sla_time and not cancelled, by sales time',
  ),
  ...against(
    'handover',
    'Number of counted orders with collection_time after tts_sla_time, or past tts_sla_time without it and not cancelled, by sales time',
    'Number of counted orders with tts_sla_time that have collection_time, or are past tts_sla_time and not cancelled, by sales time',
  ),
  ...against(
    'delivery',
    'Number of counted orders with delivery_time after delivery_sla_time (delivery_due_time where there is none), or past that without it and not cancelled, by sales time',
    'Number of counted orders with delivery_sla_time (delivery_due_time) that have delivery_time, or are past that and not cancelled, by sales time',
  ),
  orders_to_ship: orders(
    'to_ship',
    'Orders that wait for their shipment.',
    'Number of orders with status AWAITING_SHIPMENT or PARTIALLY_SHIPPING, by sales time',
  ),
  orders_due_in_24_hours: orders(
    'to_ship_soon',
    'Orders that have to be shipped within a day of the last refresh.',
    'Number of orders to ship with rts_sla_time in the next 24 hours, by sales time',
  ),
  orders_overdue: orders(
    'to_ship_overdue',
    'Orders to ship whose deadline lay before the last refresh.',
    'Number of orders to ship with rts_sla_time in the past, by sales time',
  ),
};

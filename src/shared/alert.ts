/** What an alert looks at: the metric's total over the report's days, its change against the period before, or whether the last day has any. */
export const BOUNDS = ['above', 'below', 'rises', 'falls'] as const;
type Bound = (typeof BOUNDS)[number];

/** `value`: the bound itself or, for a change, per cent. */
export type Alert = { metric: string; kind: Bound; value: number } | { metric: string; kind: 'missing' };
export type AlertKind = Alert['kind'];

/** Alerts of one report. */
export const MOST_ALERTS = 10;

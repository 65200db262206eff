// The realm's Date: its "now" is the virtual clock, and its local time is the script's zone, whatever the
// machine's TZ is.

const zoned = /(Z|GMT|UTC|[+-]\d{2}:?\d{2}|\([^)]*\))\s*$/i;
const localIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

export function installDate(now: () => number, offset: (ms: number) => number, zone: string): void {
  const Native = Date;
  const proto = Native.prototype as unknown as Record<string, unknown>;
  const method = (name: string, body: (this: Date, ...args: never[]) => unknown): void => {
    Object.defineProperty(proto, name, { value: body, writable: true, configurable: true });
  };
  const wall = (date: Date): Date => new Native(date.getTime() + offset(date.getTime()));
  const toUtc = (wallMs: number): number => wallMs - offset(wallMs - offset(wallMs));
  const call = (date: Date, name: string, args: unknown[] = []): number =>
    (date as unknown as Record<string, (...a: unknown[]) => number>)[name]!(...args);

  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    method(`get${part}`, function () {
      return call(wall(this), `getUTC${part}`);
    });
    if (part !== 'Day')
      method(`set${part}`, function (...args: unknown[]) {
        const changed = wall(this);
        return this.setTime(toUtc(call(changed, `setUTC${part}`, args)));
      });
  }
  method('getTimezoneOffset', function () {
    return Number.isNaN(this.getTime()) ? Number.NaN : -offset(this.getTime()) / 60_000;
  });
  method('toDateString', function () {
    const w = wall(this);
    return `${dayNames[w.getUTCDay()]} ${monthNames[w.getUTCMonth()]} ${two(w.getUTCDate())} ${w.getUTCFullYear()}`;
  });
  method('toTimeString', function () {
    const w = wall(this);
    const minutes = Math.abs(offset(this.getTime()) / 60_000);
    const sign = offset(this.getTime()) < 0 ? '-' : '+';
    const clock = [w.getUTCHours(), w.getUTCMinutes(), w.getUTCSeconds()].map(two).join(':');
    return `${clock} GMT${sign}${two(Math.floor(minutes / 60))}${two(minutes % 60)} (${zone})`;
  });
  method('toString', function () {
    return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${this.toDateString()} ${this.toTimeString()}`;
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = proto[name] as (this: Date, locale?: string, options?: object) => string;
    method(name, function (locale?: string, options?: object) {
      return native.call(this, locale ?? 'en-US', { timeZone: zone, ...options });
    });
  }

  const nativeParse = Native.parse;
  const parse = (text: string): number => {
    if (zoned.test(text) || /^\d{4}(-\d{2}){0,2}$/.test(text)) return nativeParse(text);
    return toUtc(nativeParse(localIso.test(text) ? `${text}Z` : `${text} UTC`));
  };
  const timeOf = (args: unknown[]): number => {
    if (args.length === 0) return now();
    if (args.length > 1) return toUtc(Native.UTC(...(args as [number, number])));
    const [only] = args;
    if (only instanceof Native) return only.getTime();
    const primitive =
      typeof only === 'object' && only !== null ? (only as { valueOf(): unknown }).valueOf() : only;
    return typeof primitive === 'string' ? parse(primitive) : Number(primitive);
  };
  Native.now = now;
  Native.parse = parse;
  const Virtual = new Proxy(Native, {
    construct: (_, args: unknown[], target) => Reflect.construct(Native, [timeOf(args)], target) as Date,
    apply: () => new Native(now()).toString(),
  });
  Object.defineProperty(Native.prototype, 'constructor', {
    value: Virtual,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: Virtual, writable: true, configurable: true });
  installIntl(now, zone);
}

/** Intl.DateTimeFormat without a zone means the script's zone, without a date the virtual now. */
function installIntl(now: () => number, zone: string): void {
  const Native = Intl.DateTimeFormat;
  const withZone = (args: unknown[]): unknown[] => [
    args[0] ?? 'en-US',
    { timeZone: zone, ...(args[1] as object | undefined) },
  ];
  const format = Object.getOwnPropertyDescriptor(Native.prototype, 'format')?.get;
  Object.defineProperty(Native.prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format?.call(this) as (date: unknown) => string;
      return (date?: unknown) => bound(date ?? now());
    },
  });
  const toParts = Native.prototype.formatToParts;
  Native.prototype.formatToParts = function (date) {
    return toParts.call(this, date ?? now());
  };
  Object.defineProperty(Intl, 'DateTimeFormat', {
    configurable: true,
    writable: true,
    value: new Proxy(Native, {
      construct: (_, args: unknown[], target) => Reflect.construct(Native, withZone(args), target) as object,
      apply: (_, __, args: unknown[]) => Reflect.construct(Native, withZone(args)) as Intl.DateTimeFormat,
    }),
  });
}

// What google.script.run can carry, either way: numbers, booleans, strings, null, and plain objects and arrays of
// these. Used by the realm (results), the host (arguments) and the client in the page, so it depends on nothing.

/** A copy as it arrives, or throws with the path of what cannot travel. */
export function carry(value: unknown, path = 'value', open: unknown[] = []): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object') {
    if (value === undefined) return undefined;
    throw new Error(`illegal value in property: ${path} (${typeof value})`);
  }
  if (open.includes(value)) throw new Error(`illegal value in property: ${path} (circular)`);
  const inside = [...open, value];
  if (Array.isArray(value))
    return Array.from(value, (item, i) => carry(item, `${path}[${i}]`, inside) ?? null);
  if (Object.prototype.toString.call(value) !== '[object Object]' || !isPlain(value))
    throw new Error(
      `illegal value in property: ${path} (${Object.prototype.toString.call(value).slice(8, -1)})`,
    );
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const carried = carry(item, `${path}.${key}`, inside);
    if (carried !== undefined) copy[key] = carried;
  }
  return copy;
}

/** Not an instance of a class; the object may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

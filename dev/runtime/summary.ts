/** Arguments in short, for reading a list of calls: long texts are cut, grids give their size. */
export function summary(args: readonly unknown[]): string {
  return args.map(short).join(', ');
}

function short(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    return Array.isArray(first) ? `${value.length}×${first.length} values` : `${value.length} values`;
  }
  if ('$ref' in value) return String(value.$ref);
  if ('$enum' in value) return (value as unknown as { name: string }).name;
  return `{${Object.keys(value).slice(0, 8).join(', ')}}`;
}

// A bare V8 realm has none of the browser's or Node's globals, but it is newer than what is known of Apps Script.
// What came after ES2020, or is not known to be there, is taken away.

const globals = [
  'WeakRef',
  'FinalizationRegistry',
  'SharedArrayBuffer',
  'Atomics',
  'AggregateError',
  'Iterator',
];

const members: [object, string[]][] = [
  [String.prototype, ['at', 'isWellFormed', 'toWellFormed', 'replaceAll']],
  [
    Array.prototype,
    ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with', 'group', 'groupToMap'],
  ],
  [Array, ['fromAsync']],
  [Object, ['hasOwn', 'groupBy']],
  [Map, ['groupBy']],
  [Promise, ['any', 'withResolvers', 'try']],
  [RegExp.prototype, ['hasIndices', 'unicodeSets']],
  [
    Object.getPrototypeOf(Int8Array.prototype) as object,
    ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with'],
  ],
];

export function removeMissing(): void {
  for (const name of globals) Reflect.deleteProperty(globalThis, name);
  for (const [owner, names] of members) for (const name of names) Reflect.deleteProperty(owner, name);
}

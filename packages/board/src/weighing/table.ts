/** A plain record with one entry per key, in the order of the keys. */
export const tableOf = <Key extends string, Entry>(
  keys: readonly Key[],
  entryOf: (key: Key) => Entry,
): Readonly<Record<Key, Entry>> =>
  // Object.fromEntries forgets what kind of string its keys are.
  Object.fromEntries(keys.map(key => [key, entryOf(key)])) as Record<Key, Entry>

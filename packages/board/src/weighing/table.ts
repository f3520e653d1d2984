/** A plain record with one entry per key, in the order of the keys. */
export const tableOf = <Key extends string, Entry>(
  keys: readonly Key[],
  entryOf: (key: Key) => Entry,
): Readonly<Record<Key, Entry>> =>
  // Object.fromEntries forgets what kind of string its keys are.
  Object.fromEntries(keys.map(key => [key, entryOf(key)])) as Record<Key, Entry>

/**
 * An entry that somebody's answer may or may not have. Only the record's own entries count: an id is any short word, and
 * `constructor` is one that every object seems to have.
 */
export const entryOf = <Key extends string, Entry>(
  record: Readonly<Record<Key, Entry>> | undefined,
  key: Key,
): Entry | undefined => (record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined)

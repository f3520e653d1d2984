/**
 * Control characters, and those that turn the direction of what stands behind them: with one of these in a name or a
 * card the rest of a line can be made to read as somebody else's. Line feeds stay; a tab is a space.
 */
const UNSAFE = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What a person wrote, as every format prints it and as an agreement is fixed. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSAFE, '')

/** What stands at the beginning of a line of a pasted list: a dash, a dot, a number. */
const BULLET = /^\s*(?:[-–—*•‣▪◦·]|\(?\d{1,3}[.)]|[a-z][.)])\s+/i

/** The cards that pasted text could be: a line each, without its bullet, empty lines left out. */
export const pastedLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.replace(BULLET, '').trim())
    .filter(line => line !== '')

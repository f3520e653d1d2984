import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/**
 * The SHA-256 of exactly the bytes of a text in UTF-8, without a line end behind the last line, as 64 hex digits: what
 * `printf %s "$text" | sha256sum` says.
 */
export const hashOfText = (text: string): string =>
  Array.from(digest(encodeUtf8(text)), byte => byte.toString(16).padStart(2, '0')).join('')

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that stand nowhere else in the world, and every form in which one of them could leave. */
export const canaries = (count: number, tag: string): string[] =>
  Array.from({ length: count }, (_, i) => `${tag}${(i * 7919 + 104_729).toString(36)}perch`)

/** Base64 says a word in three ways, by where in a group of three bytes it begins; what its neighbours touch is cut off. */
const inBase64 = (word: string): string[] =>
  [0, 1, 2].map(shift => {
    const said = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64')
    const whole = Math.floor((shift + Buffer.byteLength(word)) / 3) * 4
    return said.slice(shift === 0 ? 0 : 4, whole)
  })

const formsOf = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
  Buffer.from(Buffer.from(word).toString('hex')),
  ...inBase64(word).map(said => Buffer.from(said)),
]

/** Which of these words are in these bytes, in whatever form. */
export const foundIn = (bytes: Buffer, words: readonly string[]): string[] =>
  words.filter(word => formsOf(word).some(form => bytes.includes(form)))

/** Every byte of every file below a folder. */
export const allBytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(join(entry.parentPath, entry.name))),
  )

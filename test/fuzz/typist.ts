import { bodyOf, type CardId, cardsOf, jointTextOf, postCard } from '@jointly/board'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import type { Person, Screen } from '../world.ts'
import { type Letter, textsIn } from './letters.ts'
import { anyOf, chance, type Random } from './seeds.ts'

/** Somebody who types letter by letter, in everybody's cards and in a joint text, and takes some back. */
export class Typist {
  readonly person: Person
  readonly screen: Screen
  /** Letters that this person has taken away. */
  readonly erased = new Set<string>()
  /** Final closes, of which there should be none. */
  readonly closed: string[] = []
  typed = 0

  constructor(person: Person, screen: Screen) {
    this.person = person
    this.screen = screen
    screen.provider.on('closed', ({ code, reason }) => this.closed.push(`${person.member.name}: ${code} ${reason}`))
  }

  postCard(): void {
    const { id, side, name } = this.person.member
    postCard(this.screen.doc, { by: id, side, kind: 'option', text: name })
  }

  act(random: Random): void {
    const text = this.someText(random)
    if (text.length > 0 && chance(random, 10)) this.erase(text, prng.int32(random, 0, text.length - 1))
    else {
      text.insert(prng.int32(random, 0, text.length), prng.letter(random))
      this.typed++
    }
  }

  /** Resolves when the lost connection is noticed; until then there may be more to read. */
  async cutOff(): Promise<void> {
    const { provider } = this.screen
    if (provider.wsconnected) await new Promise<void>(resolve => provider.once('connection-close', () => resolve()))
    provider.disconnect()
  }

  private erase(text: Y.XmlText, at: number): void {
    const before = lettersOn(this.screen.doc)
    text.delete(at, 1)
    const left = new Set(lettersOn(this.screen.doc).map(({ id }) => id))
    for (const { id } of before) if (!left.has(id)) this.erased.add(id)
  }

  /** The first paragraph of a card, or of the issue. */
  private someText(random: Random): Y.XmlText {
    const { doc } = this.screen
    const card = chance(random, 5) ? undefined : anyOf(random, [...cardsOf(doc).keys()])
    const fragment = (card === undefined ? undefined : bodyOf(doc, card as CardId)) ?? jointTextOf(doc, 'issue')
    return firstText(fragment)
  }
}

const firstText = (fragment: Y.XmlFragment): Y.XmlText => {
  const [paragraph] = fragment.toArray()
  if (paragraph instanceof Y.XmlElement) {
    const [text] = paragraph.toArray()
    if (text instanceof Y.XmlText) return text
  }
  const made = new Y.XmlElement('paragraph')
  made.insert(0, [new Y.XmlText()])
  fragment.insert(0, [made])
  return firstText(fragment)
}

/** What one screen had seen of others when the server died: letters that stood there, and such as were gone. */
export type Seen = { readonly standing: readonly Letter[]; readonly gone: readonly string[] }

export const seenBy = (typist: Typist, all: readonly Typist[]): Seen => {
  const { doc } = typist.screen
  const standing = lettersOn(doc)
  const here = new Set(standing.map(({ id }) => id))
  const erasedByOthers = all.flatMap(other => (other === typist ? [] : [...other.erased]))
  return {
    standing: standing.filter(({ client }) => client !== doc.clientID),
    gone: erasedByOthers.filter(id => !here.has(id) && !typist.erased.has(id) && knows(doc, id)),
  }
}

/** What of that a later copy does not know any more. */
export const lostIn = (doc: Y.Doc, { standing, gone }: Seen, all: readonly Typist[]): string[] => {
  const now = new Map(lettersOn(doc).map(({ id, letter }) => [id, letter]))
  const isErased = (id: string) => all.some(({ erased }) => erased.has(id))
  return [
    ...standing
      .filter(({ id, letter }) => now.get(id) !== letter && !isErased(id))
      .map(({ id, letter }) => `${letter} (${id}) is missing`),
    ...gone.filter(id => now.has(id)).map(id => `${id} is back`),
  ]
}

const lettersOn = (doc: Y.Doc): Letter[] => [...textsIn(doc).values()].flatMap(({ letters }) => letters)

const knows = (doc: Y.Doc, id: string): boolean => {
  const [client = 0, clock = 0] = id.split(':').map(Number)
  return clock < Y.getState(doc.store, client)
}

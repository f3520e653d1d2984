import type * as Y from 'yjs'
import { type Author, linkCards, postCard, setJointText } from '../edit.ts'
import { type CardId, SYSTEM } from '../ids.ts'
import type { Case } from './index.ts'

/** Who stands for the people that a fictional case names; a real case names none, and its cards are the server's. */
export type Cast = ReadonlyMap<string, Author>

/** The interests laid, in the order of the case, so that its adoptions can be recorded as moves. */
export type Laid = { readonly interests: readonly CardId[] }

/**
 * Writes a case on an empty board: issue, facts, interests, options with the interests they serve, criteria. Every card
 * keeps its `basis`, so that a screen can say what is inferred.
 */
export const layCase = (doc: Y.Doc, one: Case, cast: Cast = new Map()): Laid => {
  const author = (name: string | undefined, side: Author['side']): Author =>
    (name === undefined ? undefined : cast.get(name)) ?? { by: SYSTEM, side }

  setJointText(doc, 'issue', one.issue.text)
  for (const { text, basis, source, by } of one.facts)
    postCard(doc, { ...author(by, null), kind: 'fact', text, basis, source })

  const interests = one.interests.map(({ text, basis, side, by, adoptedBy }) =>
    postCard(doc, { ...author(by, side), kind: 'interest', text, basis, source: sharedBy(one, adoptedBy) }),
  )
  const byText = new Map(one.interests.map(({ text }, i) => [text, interests[i]]))
  const recorder = one.people.find(person => person.role === 'facilitator')?.name

  for (const { text, basis, current, by, serves } of one.options) {
    const made = author(by ?? recorder, null)
    const option = postCard(doc, { ...made, kind: 'option', text, basis, current })
    for (const served of serves) {
      const interest = byText.get(served)
      if (interest !== undefined) linkCards(doc, { from: option, to: interest, kind: 'serves', ...made })
    }
  }
  for (const { text, basis, by } of one.criteria)
    postCard(doc, { ...author(by ?? recorder, null), kind: 'criterion', text, basis })
  return { interests }
}

/** In a real case whole sides shared an interest; nobody of them is here to say so, so the card's source line does. */
const sharedBy = (one: Case, adoptedBy: readonly string[]): string | undefined => {
  const names = one.sides.filter(side => adoptedBy.includes(side.id)).map(side => side.name)
  return names.length === 0 ? undefined : `Shared by ${names.join(' and ')}`
}

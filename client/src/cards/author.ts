import {
  type CardFields,
  type Member,
  type MemberId,
  type Process,
  type Role,
  rulesInForce,
  type Side,
  type SideId,
  SYSTEM,
  showsName,
} from '@jointly/board'

export const sideOf = (process: Process, id: SideId | null): Side | null =>
  process.sides.find(side => side.id === id) ?? null

/**
 * Who stands behind a card, for whoever reads it: a member, or the server for what came with a case. `name` is the side's
 * where the ground rules leave names out, and null for somebody unknown.
 */
export type CardAuthor = {
  readonly name: string | null
  readonly side: Side | null
  readonly role: Role | undefined
  readonly system: boolean
  /** The reader sees the side alone. */
  readonly unnamed: boolean
}

/** The side is the one the card was written for: a member who changed sides does not take old words along. */
export const authorOf = (card: Pick<CardFields, 'by' | 'side'>, process: Process, reader: Member): CardAuthor => {
  const member = process.members.get(card.by)
  const side = sideOf(process, card.side)
  const unnamed = card.by !== SYSTEM && !showsName(card, reader, rulesInForce(process))
  return {
    name: unnamed ? (side?.name ?? null) : (member?.name ?? null),
    unnamed,
    side,
    role: card.side === null ? member?.role : undefined,
    system: card.by === SYSTEM,
  }
}

/** What these people are called before this reader: by name, or by their side, each once. */
export const namesOf = (
  people: readonly { readonly name: string; readonly side: string | null }[],
  process: Process,
  reader: Pick<Member, 'side'>,
): string[] => {
  const named = people.map(person =>
    showsName(person, reader, rulesInForce(process))
      ? person.name
      : (process.sides.find(side => side.id === person.side)?.name ?? person.name),
  )
  return [...new Set(named)]
}

/** The same for members by id; `unknown` stands for somebody whom the minutes do not have. */
export const namesOfMembers = (ids: readonly MemberId[], process: Process, reader: Member, unknown: string): string[] =>
  namesOf(
    ids.map(id => process.members.get(id) ?? { name: unknown, side: null }),
    process,
    reader,
  )

import { type CardFields, type Process, type Role, type Side, type SideId, SYSTEM } from '@jointly/board'

export const sideOf = (process: Process, id: SideId | null): Side | null =>
  process.sides.find(side => side.id === id) ?? null

/** Who stands behind a card: a member, or the server for what came with a case. `name` is null for somebody unknown. */
export type CardAuthor = {
  readonly name: string | null
  readonly side: Side | null
  readonly role: Role | undefined
  readonly system: boolean
}

/** The side is the one the card was written for: a member who changed sides does not take old words along. */
export const authorOf = (card: Pick<CardFields, 'by' | 'side'>, process: Process): CardAuthor => {
  const member = process.members.get(card.by)
  return {
    name: member?.name ?? null,
    side: sideOf(process, card.side),
    role: card.side === null ? member?.role : undefined,
    system: card.by === SYSTEM,
  }
}

import type { MoveRefusal, Situation } from '../decide.ts'
import type { MemberId, SideId } from '../ids.ts'
import { actsFor, actsForADecidingSide, decidingSides, present, speaksFor } from '../people.ts'
import type { Process } from '../process.ts'
import type { BoardView } from '../view.ts'
import type { AgreementRequest, AgreementVersion, Signer } from './agreement.ts'
import { writtenNow } from './text.ts'

type Asked<Type extends AgreementRequest['type']> = Extract<AgreementRequest, { type: Type }>

/** The version that is before the signers, or was; null while none was proposed. */
export const latestVersion = ({ agreement }: Pick<Process, 'agreement'>): AgreementVersion | null =>
  agreement.at(-1) ?? null

/** The tentative agreement: the last version that all of its signers have signed. */
export const agreedVersion = ({ agreement }: Pick<Process, 'agreement'>): AgreementVersion | null =>
  agreement.findLast(({ agreedAt }) => agreedAt !== null) ?? null

/** [G4] Whether the text on the table is no longer the one that was fixed: signatures belong to that one. */
export const isEdited = ({ hash }: AgreementVersion, { agreement }: Pick<BoardView, 'agreement'>): boolean =>
  writtenNow(agreement).hash !== hash

/** Whoever may be named to sign: counted on a side and there. */
export const possibleSigners = ({ members }: Pick<Process, 'members'>): Signer[] =>
  present(members.values()).flatMap(member => {
    const side = speaksFor(member)
    return side === null ? [] : [{ member: member.id, side }]
  })

type Table = Pick<Process, 'members' | 'sides'>

/** Whether somebody may bind the side for which they are to sign: at this moment they act for it. */
const binds = ({ members }: Table, { member, side }: Signer): boolean => {
  const found = members.get(member)
  return found !== undefined && actsFor(found, side, members.values())
}

/** [G3] The signers where none are named: whoever acts for each side that decides, so its co-chairs where it has some. */
export const usualSigners = (process: Table): Signer[] => {
  const deciding = decidingSides(process.sides)
  return possibleSigners(process).filter(signer => deciding.includes(signer.side) && binds(process, signer))
}

/** [G3] The sides that decide and that none of these signers acts for: nobody but they themselves chooses who commits them. */
export const sidesUnbound = (process: Table, signers: readonly Signer[]): readonly SideId[] =>
  decidingSides(process.sides).filter(id => !signers.some(signer => signer.side === id && binds(process, signer)))

export const signersOf = (process: Process, named: readonly MemberId[] | undefined): Signer[] =>
  named === undefined ? usualSigners(process) : possibleSigners(process).filter(({ member }) => named.includes(member))

const isSame = (one: readonly Signer[], other: readonly Signer[]): boolean =>
  one.length === other.length &&
  one.every(({ member, side }) => other.some(signer => signer.member === member && signer.side === side))

/** [G3] A text is proposed by a facilitator or whoever acts for a deciding side, with somebody who acts for each of them among its signers. */
const aboutProposing = (
  { process, board, member }: Situation,
  { signers: named }: Asked<'agreement.propose'>,
): MoveRefusal | null => {
  if (member.role !== 'facilitator' && !actsForADecidingSide(member, process)) return 'not_co_chair'
  const { text, hash } = writtenNow(board.agreement)
  if (text === '') return 'nothing_written'
  const signers = signersOf(process, named)
  if (named?.some(id => !signers.some(signer => signer.member === id))) return 'unknown_signer'
  if (sidesUnbound(process, signers).length > 0) return 'side_has_no_signer'
  const latest = latestVersion(process)
  if (latest === null || latest.hash !== hash || !isSame(latest.signers, signers)) return null
  return latest.agreedAt === null ? 'already_proposed' : 'already_agreed'
}

/** [G4] The named sign, under ground rules in force, the version that is before them as long as the text is that one. */
const aboutSigning = ({ process, board, member }: Situation, asked: Asked<'agreement.sign'>): MoveRefusal | null => {
  const latest = latestVersion(process)
  if (latest === null) return 'nothing_proposed'
  const side = speaksFor(member)
  if (!latest.signers.some(signer => signer.member === member.id && signer.side === side)) return 'not_a_signer'
  if (process.rules.inForce === null) return 'rules_not_in_force'
  if (asked.version !== latest.version || isEdited(latest, board)) return 'stale_version'
  return latest.signatures.has(member.id) ? 'already_signed' : null
}

/** [G5] A signature is taken back by whoever gave it, until all have signed. */
const aboutWithdrawing = ({ process, member }: Situation, asked: Asked<'agreement.withdraw'>): MoveRefusal | null => {
  const latest = latestVersion(process)
  if (latest === null) return 'nothing_proposed'
  if (asked.version !== latest.version) return 'stale_version'
  if (latest.agreedAt !== null) return 'already_agreed'
  return latest.signatures.has(member.id) ? null : 'not_signed'
}

/** [G6] How a body voted is recorded by whoever acts for a deciding side, of the agreement that all have signed. */
const aboutRatifying = ({ process, member }: Situation, asked: Asked<'ratification.record'>): MoveRefusal | null => {
  if (!actsForADecidingSide(member, process)) return 'not_co_chair'
  if (agreedVersion(process) === null) return 'not_agreed'
  return asked.for + asked.against === 0 ? 'no_votes' : null
}

/** [M3] The part of the rule that is about the agreement. */
export const agreementRefusalOf = (situation: Situation, move: AgreementRequest): MoveRefusal | null => {
  switch (move.type) {
    case 'agreement.propose':
      return aboutProposing(situation, move)
    case 'agreement.sign':
      return aboutSigning(situation, move)
    case 'agreement.withdraw':
      return aboutWithdrawing(situation, move)
    case 'ratification.record':
      return aboutRatifying(situation, move)
  }
}

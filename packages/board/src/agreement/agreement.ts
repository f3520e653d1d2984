import { z } from 'zod'
import { MemberId, type SideId } from '../ids.ts'
import { line } from '../line.ts'
import { decidingSides, type Role, type Side } from '../people.ts'
import type { Clause } from './clauses.ts'

/** Stands with every view and export of an agreement, signed or not. */
export const TENTATIVE = 'Tentative: subject to ratification by both parties and to the full package'

const Version = z.number().int().min(1)
const Votes = z.number().int().min(0).max(10_000_000)
const Words = line(120)

/** What members ask for about the agreement; the minutes keep more of some of it (`AgreementEntry`). */
export const AGREEMENT_REQUESTS = [
  /** `signers`: who is to sign; without it, whoever acts for each side that decides. */
  z.strictObject({ type: z.literal('agreement.propose'), signers: z.array(MemberId).min(1).max(60).optional() }),
  /** `capacity`: as what they sign ("President, Local 59"). */
  z.strictObject({ type: z.literal('agreement.sign'), version: Version, capacity: Words.optional() }),
  z.strictObject({ type: z.literal('agreement.withdraw'), version: Version }),
  /** How one body voted on the agreement ("School committee"). */
  z.strictObject({ type: z.literal('ratification.record'), body: Words, for: Votes, against: Votes }),
] as const
export type AgreementRequest = z.infer<(typeof AGREEMENT_REQUESTS)[number]>

/** Somebody who is to sign, for the side they sat with when they were named. */
export type Signer = { readonly member: MemberId; readonly side: SideId }

/** What somebody was when they signed. Not in the minutes of signatures that were given before it was kept. */
type Seat = {
  readonly role: Role
  /** Whether they acted for their side ([P2]). */
  readonly acts: boolean
}

/**
 * What the minutes keep: with a proposal the exact text, its hash and what its clauses serve, with a signature the seat of
 * whoever gave it, with a vote the version that was voted on.
 */
export type AgreementEntry =
  | {
      readonly type: 'agreement.propose'
      readonly version: number
      readonly hash: string
      readonly text: string
      /** Not in the minutes of versions that were proposed before clauses were kept. */
      readonly clauses?: readonly Clause[]
      readonly signers: readonly Signer[]
    }
  | (Extract<AgreementRequest, { type: 'agreement.sign' }> & Partial<Seat>)
  | Extract<AgreementRequest, { type: 'agreement.withdraw' }>
  | (Extract<AgreementRequest, { type: 'ratification.record' }> & { readonly version: number })

export type Signature = Signer & {
  /** What they were when they signed, and whether they acted for their side; null where the minutes did not keep it yet. */
  readonly role: Role | null
  readonly acts: boolean | null
  /** As what they said they sign, if they said anything. */
  readonly capacity: string | null
  readonly at: string
}

export type Ratification = {
  readonly body: string
  readonly for: number
  readonly against: number
  /** Who recorded it, and for which side they spoke. */
  readonly by: MemberId
  readonly side: SideId | null
  readonly at: string
}

/** One exact text that was put before its signers. */
export type AgreementVersion = {
  readonly version: number
  /** SHA-256 of `text` in UTF-8, in hex ([G1]). */
  readonly hash: string
  readonly text: string
  /** What its lines served when it was proposed, in reading order. */
  readonly clauses: readonly Clause[]
  /** The last row of the board that it was fixed from; null where an earlier Jointly did not write it down. */
  readonly row: number | null
  readonly by: MemberId
  readonly at: string
  readonly signers: readonly Signer[]
  readonly signatures: ReadonlyMap<MemberId, Signature>
  /**
   * When the last signer signed, for every deciding side somebody who acted for it ([G12]); from then on this version is
   * fixed with its signatures.
   */
  readonly agreedAt: string | null
  /** The last row of the board in that moment; null before it, and where an earlier Jointly did not write it down. */
  readonly agreedRow: number | null
  /** What each body voted, as each side recorded it: a later record corrects its own side's of that body, and no other's. */
  readonly ratifications: readonly Ratification[]
}

type Stamped = AgreementEntry & {
  readonly at: string
  readonly by: MemberId
  readonly side: SideId | null
  readonly seen?: { readonly seq: number } | undefined
}

/**
 * [G12] The sides that decide and for which nobody has signed who acted for them when they did. A signature of before that
 * was kept counts: what had been agreed stays agreed.
 */
export const sidesUnsigned = (
  { signatures }: Pick<AgreementVersion, 'signatures'>,
  sides: readonly Side[],
): readonly SideId[] =>
  decidingSides(sides).filter(id => ![...signatures.values()].some(({ side, acts }) => side === id && acts !== false))

/** Whether everybody who was named has signed. */
export const hasAllSignatures = ({ signers, signatures }: Pick<AgreementVersion, 'signers' | 'signatures'>): boolean =>
  signers.every(({ member }) => signatures.has(member))

type Signed = {
  readonly version: AgreementVersion
  readonly signature: Signature
  readonly row: number | null
  readonly sides: readonly Side[]
}

const signed = ({ version, signature, row, sides }: Signed): AgreementVersion => {
  const signatures = new Map(version.signatures).set(signature.member, signature)
  const now = { ...version, signatures }
  const isAgreed = hasAllSignatures(now) && sidesUnsigned(now, sides).length === 0
  return isAgreed ? { ...now, agreedAt: signature.at, agreedRow: row } : now
}

type Later = Exclude<Stamped, { type: 'agreement.propose' }>

const after = (version: AgreementVersion, move: Later, sides: readonly Side[]): AgreementVersion => {
  const { by, at, side } = move
  switch (move.type) {
    case 'agreement.sign': {
      const { role = null, acts = null, capacity = null } = move
      // `decide` lets nobody sign without a side.
      const signature = { member: by, side: side as SideId, role, acts, capacity, at }
      return signed({ version, signature, row: move.seen?.seq ?? null, sides })
    }
    case 'agreement.withdraw': {
      const signatures = new Map(version.signatures)
      signatures.delete(by)
      return { ...version, signatures }
    }
    case 'ratification.record': {
      const recorded = { body: move.body, for: move.for, against: move.against, by, side, at }
      const isCorrected = (one: Ratification) => one.body === recorded.body && one.side === side
      const { ratifications } = version
      return ratifications.some(isCorrected)
        ? { ...version, ratifications: ratifications.map(one => (isCorrected(one) ? recorded : one)) }
        : { ...version, ratifications: [...ratifications, recorded] }
    }
  }
}

/** [G2] Every version that was proposed, the last one last, after one move more. */
export const applyToAgreement = (
  { agreement: versions, sides }: { agreement: readonly AgreementVersion[]; sides: readonly Side[] },
  move: Stamped,
): readonly AgreementVersion[] => {
  if (move.type !== 'agreement.propose')
    return versions.map(version => (version.version === move.version ? after(version, move, sides) : version))
  const { version, hash, text, clauses = [], signers, by, at, seen } = move
  const row = seen?.seq ?? null
  const proposed = { version, hash, text, clauses, row, signers, by, at, signatures: new Map() }
  return [...versions, { ...proposed, agreedAt: null, agreedRow: null, ratifications: [] }]
}

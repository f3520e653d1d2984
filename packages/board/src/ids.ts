import { nanoid } from 'nanoid'
import { z } from 'zod'

/**
 * An id is short, safe in a URL and in a document's name (no colon), and branded so that one kind cannot stand for another.
 * Records are keyed by ids, and whoever names a card chooses its id: a word that every object seems to hold
 * (`constructor`) would be found in records that hold nothing of it.
 */
const id = <Brand extends string>(brand: Brand) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, `not a ${brand}`)
    .refine(word => !(word in Object.prototype), `not a ${brand}`)
    .brand<Brand>()

export const TeamId = id('team id')
export type TeamId = z.infer<typeof TeamId>
export const MemberId = id('member id')
export type MemberId = z.infer<typeof MemberId>
export const BoardId = id('board id')
export type BoardId = z.infer<typeof BoardId>
export const CardId = id('card id')
export type CardId = z.infer<typeof CardId>
export const LinkId = id('link id')
export type LinkId = z.infer<typeof LinkId>
export const MarkId = id('mark id')
export type MarkId = z.infer<typeof MarkId>
export const InvitationId = id('invitation id')
export type InvitationId = z.infer<typeof InvitationId>
export const ImageId = id('image id')
export type ImageId = z.infer<typeof ImageId>
export const RoundId = id('round id')
export type RoundId = z.infer<typeof RoundId>
/** A side's id is a word that can stand in a URL: `union`, `management`, `community`. */
export const SideId = id('side id')
export type SideId = z.infer<typeof SideId>
/** A step of a board's process; a template may hold several steps of one kind of stage. */
export const StepId = id('step id')
export type StepId = z.infer<typeof StepId>

/** A fresh random id of the kind that the schema names: 126 bits. */
export const newId = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> => schema.parse(nanoid())

/** The author of what the server itself writes: a board's opening, a case's cards, the clean-ups Yjs makes. */
export const SYSTEM = MemberId.parse('system')

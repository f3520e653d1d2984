import { z } from 'zod'

/**
 * What a signal comes to. Consensus is that everybody can live with it and will support it: who stands aside hinders
 * nobody, who wants to go on talking is not there yet, and who blocks, blocks for their side.
 */
export type Meaning = 'supports' | 'aside' | 'not-ready' | 'blocks'

/** "Not ready, we need a caucus": on every scale. */
const CAUCUS = { caucus: 'not-ready' } as const

/**
 * The scales, each from the warmest signal to the coldest:
 * - `thumbs`: up, sideways ("I can live with it and will support it"), down.
 * - `kaner`: the eight gradients of agreement (Kaner et al., Facilitator's Guide to Participatory Decision-Making).
 * - `fist`: fist to five: from five, "I will lead it", by three, "I can live with it", to the fist, which blocks.
 */
export const CONSENSUS_SCALES = {
  thumbs: { up: 'supports', sideways: 'supports', down: 'blocks', ...CAUCUS },
  kaner: {
    endorse: 'supports',
    minor: 'supports',
    reservations: 'supports',
    abstain: 'aside',
    discuss: 'not-ready',
    dislike: 'supports',
    disagree: 'not-ready',
    veto: 'blocks',
    ...CAUCUS,
  },
  fist: {
    five: 'supports',
    four: 'supports',
    three: 'supports',
    two: 'not-ready',
    one: 'not-ready',
    fist: 'blocks',
    ...CAUCUS,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Meaning>>>>
export type ConsensusScale = keyof typeof CONSENSUS_SCALES
export type Signal = { [Scale in ConsensusScale]: keyof (typeof CONSENSUS_SCALES)[Scale] }[ConsensusScale]

const isScale = (scale: string): scale is ConsensusScale => Object.hasOwn(CONSENSUS_SCALES, scale)

/** The signals of a scale in their order; none of a scale that is not one of consensus. */
export const signalsOf = (scale: string): readonly Signal[] =>
  isScale(scale) ? (Object.keys(CONSENSUS_SCALES[scale]) as Signal[]) : []

/** The signals of a scale that stand one above the other: to ask for a caucus is to stand nowhere yet. */
export const rungsOf = (scale: string): readonly Signal[] =>
  signalsOf(scale).filter(signal => !Object.hasOwn(CAUCUS, signal))

export const meaningOf = (scale: string, signal: Signal): Meaning | null =>
  isScale(scale) ? ((CONSENSUS_SCALES[scale] as Partial<Record<Signal, Meaning>>)[signal] ?? null) : null

const Words = z.string().trim().min(1).max(2000)

/**
 * A signal, and for whoever wants to say why: in writing, or `spoken`, aloud at the table; nobody is made to, since a
 * reason that must be given names its giver. `wouldMove`: what would have to change.
 */
export const ConsensusAnswer = z.strictObject({
  signal: z.enum([...new Set(Object.values(CONSENSUS_SCALES).flatMap(scale => Object.keys(scale)))] as [
    Signal,
    ...Signal[],
  ]),
  reason: Words.optional(),
  spoken: z.literal(true).optional(),
  wouldMove: Words.optional(),
})
export type ConsensusAnswer = z.infer<typeof ConsensusAnswer>

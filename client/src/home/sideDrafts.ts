import { DEFAULT_SIDES, SHAPES, type Shape, Side, SideId } from '@jointly/board'

/** A side as it is being typed. Its id and shape are given; name, letter and voice are the team's to choose. */
export type SideDraft = {
  readonly id: string
  readonly shape: Shape
  readonly name: string
  readonly letter: string
  readonly decides: boolean
}

type SideFault = 'missing' | 'long' | 'letterLong' | 'sameName' | 'sameLetter'
export type SideFaults = { readonly name?: SideFault; readonly letter?: SideFault }

export const MOST_NAME = 60
const MOST_LETTERS = 2

/** Words that a usual side begins with, in the reader's language. */
export type UsualWords = { readonly name: string; readonly letter: string }

/** What a team starts with: union and management, in the words of the reader's language. */
export const firstDrafts = (wordsOf: (id: 'union' | 'management') => UsualWords): SideDraft[] =>
  DEFAULT_SIDES.map(side => ({ ...side, ...wordsOf(side.id === 'union' ? 'union' : 'management') }))

/** The ids of the sides that may be added, by the shape that is theirs: each shape stands for one side at most. */
const ADDED = { triangle: 'community', hexagon: 'fourth', pentagon: 'fifth' } as const satisfies Partial<
  Record<Shape, string>
>
type AddedShape = keyof typeof ADDED

/** The shape of the next side that can be added, or null when there are as many as there are shapes. */
export const nextShape = (drafts: readonly SideDraft[]): AddedShape | null =>
  (Object.keys(ADDED) as AddedShape[]).find(shape => !drafts.some(draft => draft.shape === shape)) ?? null

/** An added side advises until the team says otherwise: to decide is for those who sign. */
export const addDraft = (drafts: readonly SideDraft[], shape: AddedShape, words?: UsualWords): SideDraft[] => {
  const added = { id: ADDED[shape], shape, name: words?.name ?? '', letter: words?.letter ?? '', decides: false }
  return [...drafts, added].sort((a, b) => SHAPES.indexOf(a.shape) - SHAPES.indexOf(b.shape))
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** What is wrong with each side, in their order; the later of two equal ones is the one at fault. */
export const faultsOf = (drafts: readonly SideDraft[]): SideFaults[] =>
  drafts.map((draft, i) => {
    const before = drafts.slice(0, i)
    const name = nameFault(draft, before)
    const letter = letterFault(draft, before)
    return { ...(name && { name }), ...(letter && { letter }) }
  })

const nameFault = ({ name }: SideDraft, before: readonly SideDraft[]): SideFault | undefined => {
  if (name.trim() === '') return 'missing'
  if (name.trim().length > MOST_NAME) return 'long'
  return before.some(other => same(other.name, name)) ? 'sameName' : undefined
}

const letterFault = ({ letter }: SideDraft, before: readonly SideDraft[]): SideFault | undefined => {
  if (letter.trim() === '') return 'missing'
  if (letter.trim().length > MOST_LETTERS) return 'letterLong'
  return before.some(other => same(other.letter, letter)) ? 'sameLetter' : undefined
}

/** The drafts as sides; only for drafts without faults. */
export const sidesOf = (drafts: readonly SideDraft[]): Side[] =>
  drafts.map(draft => Side.parse({ ...draft, id: SideId.parse(draft.id) }))

import { expect, test } from 'vitest'
import { newId, RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, people, post, processAfter } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import type { Round, RoundRequest } from './round.ts'
import { showsMoreThanBefore } from './shown.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, ugo, max, fay } = people
const doc = emptyBoard()
const options = ['A rota drawn up each month', 'Volunteers first'].map(text => post(doc, fay, { kind: 'option', text }))
const criteria = ['Works on the worst day', 'Fair'].map(text => post(doc, fay, { kind: 'criterion', text }))
const board = watchBoard(doc).view
const inForce = processAfter([
  [fay, { type: 'rules.propose', rules: NO_RULES }],
  [ana, { type: 'rules.accept', version: 1 }],
  [max, { type: 'rules.accept', version: 1 }],
])
const [rota, volunteers] = options as [(typeof options)[number], (typeof options)[number]]
const [worst, fair] = criteria as [(typeof criteria)[number], (typeof criteria)[number]]

type Opening = Extract<RoundRequest, { type: 'round.open' }>
type Asked = Omit<Opening, 'type' | 'round'>
const opened = (asked: Asked): readonly [Member, Opening] => [
  fay,
  { type: 'round.open', round: newId(RoundId), ...asked },
]
const end = (round: RoundId, ...moves: ('close' | 'cancel' | 'release')[]): Played =>
  moves.flatMap(
    (move): Played =>
      move === 'release'
        ? [ana, max].map(who => [who, { type: 'round.release', round }])
        : [[fay, { type: `round.${move}`, round } as RoundRequest]],
  )
const SEEN = ['close', 'release'] as const

/** Whether a round that asks `now` is said to show more than one that asked `then`, and ended so. */
const showsMore = (then: Asked, now: Asked, ending: readonly ('close' | 'cancel' | 'release')[] = SEEN): boolean => {
  const [first, second] = [opened(then), opened(now)]
  const says: Played = [ana, ugo, max].map(who => [
    who,
    { type: 'round.submit', round: first[1].round, answer: answerOf(then) },
  ])
  const { process } = playRounds(
    inForce,
    [first, ...says, ...end(first[1].round, ...ending), ...(ending.length > 0 ? [second] : [])],
    board,
  )
  const [before, after] = [first, second].map(([, { round }]) => process.rounds.get(round)) as [
    Round,
    Round | undefined,
  ]
  return showsMoreThanBefore(after ?? { ...before, anonymity: now.anonymity }, [before])
}
const answerOf = ({ kind, subject }: Asked) =>
  kind === 'rating'
    ? { ratings: { [subject?.options?.[0] ?? rota]: { [subject?.criteria?.[0] ?? worst]: 'meets' as const } } }
    : kind === 'pulse'
      ? { step: 'well' as const }
      : { signal: 'up' as const }

const rates = (anonymity: Anonymity, subject?: Opening['subject']): Asked => ({ kind: 'rating', anonymity, subject })

test('[N24] names after no names, and single answers after means, are said; the other way round nothing is', () => {
  const ways = ['none', 'side', 'named'] as const
  expect(ways.map(then => ways.map(now => showsMore(rates(then), rates(now))))).toEqual([
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ])
})

test('[N24] only of a question that is the same: a cell of both, a scale of the pulse, one option', () => {
  const at = (option: typeof rota, criterion: typeof fair) => ({ options: [option], criteria: [criterion] })
  expect(showsMore(rates('none', at(rota, fair)), rates('named'))).toBe(true)
  expect(showsMore(rates('none', at(rota, fair)), rates('named', at(rota, worst)))).toBe(false)
  expect(showsMore(rates('none', at(rota, fair)), rates('named', at(volunteers, fair)))).toBe(false)
  const pulse = (scale: 'doing' | 'heard', anonymity: Anonymity): Asked => ({ kind: 'pulse', scale, anonymity })
  expect(showsMore(pulse('doing', 'none'), pulse('doing', 'side'))).toBe(true)
  expect(showsMore(pulse('doing', 'none'), pulse('heard', 'side'))).toBe(false)
  const test = (option: typeof rota, anonymity: Anonymity): Asked => ({
    ...{ kind: 'consensus', scale: 'thumbs', anonymity, subject: { options: [option] } },
  })
  expect(showsMore(test(rota, 'none'), test(rota, 'named'))).toBe(true)
  expect(showsMore(test(rota, 'none'), test(volunteers, 'named'))).toBe(false)
})

test('[N24] only where somebody has seen something: of what was cancelled while it was open nobody has', () => {
  expect(showsMore(rates('none'), rates('named'), ['close', 'cancel'])).toBe(true)
  expect(showsMore(rates('none'), rates('named'), ['cancel'])).toBe(false)
  expect(showsMore(rates('none'), rates('named'), [])).toBe(false)
})

import { expect, test } from 'vitest'
import { decide } from '../decide.ts'
import { RoundId } from '../ids.ts'
import type { Member } from '../people.ts'
import { applyMove, type Process } from '../process.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { holderOf } from './decide.ts'
import type { Round, RoundRequest } from './round.ts'
import { type Played, playRounds } from './testing.ts'

const { ana, ugo, max, fay } = people
const eva = member('Eva', { side: UNION, role: 'co-chair' })
const doc = emptyBoard()
const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const criterion = post(doc, fay, { kind: 'criterion', text: 'Fair' })
const board = watchBoard(doc).view

const round = RoundId.parse('r')
const release = { type: 'round.release', round } as const
const hold = { type: 'round.hold', round } as const
const closed: Played = [
  [fay, { type: 'round.open', round, kind: 'rating', anonymity: 'named' }],
  ...[ana, max].map((who): Played[number] => [
    who,
    { type: 'round.submit', round, answer: { ratings: { [option]: { [criterion]: 'meets' } } } },
  ]),
  [fay, { type: 'round.close', round }],
]
const inForce = processAfter(
  [
    [fay, { type: 'rules.propose', rules: NO_RULES }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
  ],
  { members: [...Object.values(people), eva] },
)
const after = (...moves: Played): Process => playRounds(inForce, [...closed, ...moves], board).process
const refused = (process: Process, who: Member, move: RoundRequest) => {
  const decision = decide({ process, board: board(), member: who, move, now: Date.parse('2026-09-02T10:00:00Z') })
  return 'refused' in decision ? decision.refused : null
}
const stateOf = (process: Process) => (process.rounds.get(round) as Round).state
const holder = (process: Process) => holderOf(process, process.rounds.get(round) as Round, UNION)

test('[N25] what one co-chair holds back no other of the side releases, and the holder does', () => {
  const held = after([eva, hold])
  expect(holder(held)?.id).toBe(eva.id)
  expect([refused(held, ana, release), refused(held, eva, hold), refused(held, eva, release)]).toEqual([
    'round_held',
    'already_held',
    null,
  ])
  // The other side is not held by it, and what it releases waits.
  const waiting = after([eva, hold], [max, release])
  expect(stateOf(waiting)).toMatchObject({ is: 'closed' })
  expect(stateOf(after([eva, hold], [max, release], [eva, release]))).toMatchObject({ is: 'released' })
})

test('[N25] holding takes the side’s release back, and the joint result waits again', () => {
  const back = after([ana, release], [eva, hold], [max, release])
  expect(stateOf(back)).toMatchObject({ is: 'closed' })
  expect(refused(back, ana, release)).toBe('round_held')
  const own = after([ana, release], [ana, hold])
  expect(refused(own, ana, release)).toBe(null)
})

test('[N25] one holds at a time: whoever lets go by releasing can be held by the other in turn', () => {
  expect(refused(after([eva, hold]), ana, hold)).toBe('already_held')
  const turn = after([eva, hold], [eva, release], [ana, hold])
  expect([holder(turn)?.id, refused(turn, eva, release), refused(turn, ana, release)]).toEqual([
    ana.id,
    'round_held',
    null,
  ])
})

test('[N25] a hold ends with the part of whoever gave it', () => {
  const held = after([eva, hold])
  const { seq, at } = held
  const move = { type: 'member.changed', member: { ...eva, role: 'member' }, by: fay.id, side: null }
  const gone = applyMove(held, { ...move, seq: seq + 1, at } as never)
  expect(holder(gone)).toBe(null)
  expect(refused(gone, ana, release)).toBe(null)
})

test('[N25] a hold is refused from the wrong hands, before the close and after the result', () => {
  const running = playRounds(inForce, closed.slice(0, -1), board).process
  const over = after([ana, release], [max, release])
  expect([
    refused(after(), fay, hold),
    refused(after(), ugo, hold),
    refused(running, ana, hold),
    refused(over, ana, hold),
    refused(after([fay, { type: 'round.cancel', round }]), ana, hold),
  ]).toEqual(['no_side', 'not_co_chair', 'round_not_closed', 'already_released', 'round_cancelled'])
})

import type * as Y from 'yjs'
import type { AgreementRequest } from '../agreement/agreement.ts'
import { agreementEntry } from '../agreement/entry.ts'
import { CASES } from '../cases/index.ts'
import { layCase } from '../cases/lay.ts'
import { groupCards, linkCards, postComment, putAway, setAnchor, setJointText } from '../edit.ts'
import { type CardId, RoundId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import { passageAt } from '../passages.ts'
import type { Member } from '../people.ts'
import { applyMove, type Process } from '../process.ts'
import type { Answer } from '../rounds/answers.ts'
import { roundEntry, seenBefore } from '../rounds/entry.ts'
import type { RoundRequest, SealedAnswer, SeenResult } from '../rounds/round.ts'
import { NO_RULES } from '../rules.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, people, post, processAfter, words } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { minneapolisBoard } from '../weighing/testing.ts'
import { wordingOf } from '../wording.ts'
import { type Report, report } from './index.ts'

const { ana, ugo, max, mia, fay } = people

/** A board on which everything has happened that a report tells of: the Minneapolis case from its issue to its follow-up. */
export const fullReport = (): Report => {
  const doc = emptyBoard()
  layCase(doc, CASES.get('minneapolis-placement') as never) // it is one of them
  const { view: board } = watchBoard(doc)
  const play = player(processAfter(), board)
  const of = (kind: string) => board().cards.flatMap(card => (card.kind === kind && !card.gone ? [card.id] : []))
  const [options, criteria, interests] = [of('option'), of('criterion'), of('interest')]

  const rules = { ...NO_RULES, points: true, weights: true, map: true, consensus: 'All can live with it.' }
  play([
    [fay, { type: 'rules.propose', rules }],
    [ana, { type: 'rules.accept', version: 1 }],
    [max, { type: 'rules.accept', version: 1 }],
    [fay, { type: 'stage.open', stage: 'weighing' as never }],
  ])
  setAnchor(doc, criteria[0] as CardId, 'Every post is filled by 15 August')
  const note = post(doc, ana, { kind: 'note', text: 'Ask the office for the August list' })
  const gone = post(doc, max, { kind: 'question', text: 'Who counted the absences?' })
  putAway(doc, gone)
  linkCards(doc, { from: note, to: options[1] as CardId, kind: 'relates', by: ana.id, side: ana.side })
  const group = { pos: { x: 0, y: 0 }, by: mia.id, side: mia.side }
  groupCards(doc, { ...group, heading: 'What a school can carry', cards: [note] } as never)
  for (const { id } of board().links.slice(0, 5)) play([[ana, { type: 'link.confirm', link: id }]])
  play([[mia, { type: 'interest.adopt', card: interests[0] as CardId, wording: wordingAt(board, interests[0]) }]])

  play(round('ratings', { kind: 'rating', scale: 'points' }, ratingsBy(options, criteria)))
  play(round('weights', { kind: 'weights' }, pointsBy(criteria)))
  play(round('floor', { kind: 'no-agreement' }, { ana: { value: 30 }, ugo: { value: 41 } }))
  play(
    round(
      'pulse',
      { kind: 'pulse', scale: 'heard' },
      {
        ana: { step: 'mostly' },
        ugo: { step: 'hardly', why: 'We never come to our turn' },
        max: { step: 'partly' },
        mia: { step: 'partly' },
      },
    ),
  )
  // What is changed now was answered of an earlier wording.
  words(doc, options[2] as CardId).insert(0, 'First of all, ')
  words(doc, criteria[1] as CardId).insert(0, 'Seen by all: ')
  post(doc, fay, { kind: 'criterion', text: 'Can be explained to a parent' })
  putAway(doc, options[4] as CardId)

  writeAndSign(doc, play)
  const passage = passageAt(jointTextOf(doc, 'agreement'), { from: 0, to: 21 }) ?? undefined
  const comment = { by: max.id, side: max.side, about: 'agreement', text: 'From which budget?' } as const
  postComment(doc, { ...comment, ...(passage && { passage }) })
  followUp(play, interests)
  return report({ process: play.process(), board: board(), minutes: play.minutes(), head: HEAD })
}

const HEAD = { joint: 412, minutes: 97, chain: 'c'.repeat(64) }

const wordingAt = (board: ReturnType<typeof watchBoard>['view'], id: CardId | undefined) =>
  wordingOf(board().cards.find(card => card.id === id) as never)

type Who = 'ana' | 'ugo' | 'max' | 'mia'
const NAMES = ['ana', 'ugo', 'max', 'mia'] as const
type Answers = Readonly<Partial<Record<Who, Answer>>>
type Step = readonly [Member, MoveRequest]

/** Asked, answered, closed, and released by those whose it is, with its spread. */
export const round = (
  name: string,
  asked: Omit<Extract<RoundRequest, { type: 'round.open' }>, 'type' | 'round' | 'anonymity'>,
  answers: Answers,
): Step[] => {
  const id = RoundId.parse(name)
  const own = asked.kind === 'no-agreement'
  return [
    [ana, { type: 'round.open', round: id, anonymity: 'named', ...asked }],
    ...NAMES.flatMap((who): Step[] => {
      const answer = answers[who]
      return answer === undefined ? [] : [[people[who], { type: 'round.submit', round: id, answer }]]
    }),
    [ana, { type: 'round.close', round: id }],
    [ana, { type: 'round.release', round: id, spread: true }],
    ...(own ? [] : [[max, { type: 'round.release', round: id, spread: true }] as const]),
  ]
}

const OFF = { ana: 5, ugo: -4, max: 7, mia: -10 }

/** The case's ratings, one of each side some points above and the other below. */
const ratingsBy = (options: readonly CardId[], criteria: readonly CardId[]): Answers =>
  Object.fromEntries(
    NAMES.map(who => {
      const row = (i: number) =>
        criteria.flatMap((criterion, k) => {
          const [option, by] = [minneapolisBoard.options[i], minneapolisBoard.criteria[k]]
          const mean = option && by && minneapolisBoard.ratings[option]?.[by]?.[people[who].side as never]?.mean
          const rating = Math.min(100, (mean ?? 0) + OFF[who])
          return (who === 'mia' || who === 'max') && i === 3 && k === 4 ? [] : [[criterion, rating] as const]
        })
      return [who, { ratings: Object.fromEntries(options.map((option, i) => [option, Object.fromEntries(row(i))])) }]
    }),
  )

const POINTS = { union: [60, 100, 70, 40, 20], management: [100, 50, 90, 60, 40] }
const pointsBy = (criteria: readonly CardId[]): Answers =>
  Object.fromEntries(
    NAMES.map((who, i) => {
      const own = POINTS[people[who].side as keyof typeof POINTS]
      return [who, { points: Object.fromEntries(criteria.map((id, k) => [id, Math.max(0, (own[k] ?? 0) - 7 * i)])) }]
    }),
  )

type Play = ReturnType<typeof player>

/** A version that is tested and blocked, another that passes, is signed by all and ratified, and a text that has gone on. */
const writeAndSign = (doc: Y.Doc, play: Play): void => {
  setJointText(doc, 'agreement', 'Two floating teachers cover each absence.')
  play([[fay, { type: 'agreement.propose' }]])
  play(
    round(
      'test',
      { kind: 'consensus', scale: 'kaner', subject: { agreement: 1 } },
      {
        ana: { signal: 'endorse' },
        ugo: { signal: 'reservations', reason: 'It starts late.' },
        max: { signal: 'discuss', spoken: true },
        mia: {
          signal: 'veto',
          reason: 'Nobody has counted what it costs.',
          spoken: true,
          wouldMove: 'One in the first year.',
        },
      },
    ),
  )
  setJointText(doc, 'agreement', 'One floating teacher covers each absence in the first year.')
  play([[fay, { type: 'agreement.propose' }]])
  play(
    round(
      'again',
      { kind: 'consensus', scale: 'fist', subject: { agreement: 2 } },
      {
        ana: { signal: 'five' },
        ugo: { signal: 'four' },
        max: { signal: 'three' },
        mia: { signal: 'three' },
      },
    ),
  )
  play([
    [ana, { type: 'agreement.sign', version: 2, capacity: 'President, Local 59' }],
    [max, { type: 'agreement.sign', version: 2 }],
    [max, { type: 'ratification.record', body: 'School committee', for: 5, against: 2 }],
  ])
  setJointText(doc, 'agreement', 'One floating teacher covers each absence from the second day on.')
}

const followUp = (play: Play, [interest]: readonly CardId[]): void => {
  const owners = [ana.id, max.id]
  play([
    [
      ugo,
      {
        type: 'action.add',
        action: { what: 'Publish the list', owners, due: '2026-10-01', traces: interest ? [interest] : [] },
      },
    ],
    [fay, { type: 'review.plan', on: '2026-10-15', about: 'First look at the numbers' }],
  ])
  const action = [...play.process().followUp.actions.keys()][0] ?? 0
  const baseline = { on: '2026-09-01', value: 48 }
  const measured = { baseline, target: { on: '2027-09-01', value: 80.5 } }
  play([
    [ana, { type: 'action.confirm', action, outcome: 'done' }],
    [max, { type: 'action.confirm', action, outcome: 'done' }],
    [
      ana,
      {
        type: 'indicator.add',
        indicator: { what: 'Posts filled', unit: 'percent', source: 'District records', ...measured },
      },
    ],
  ])
  const indicator = [...play.process().followUp.indicators.keys()][0] ?? 0
  play([[max, { type: 'indicator.record', indicator, on: '2026-11-01', value: 51.5 }]])
}

/** Takes moves as the server takes them, a minute apart, and keeps what the minutes keep. */
export const player = (from: Process, board: ReturnType<typeof watchBoard>['view']) => {
  let process = from
  const minutes: Move[] = []
  const sealed = new Map<string, SealedAnswer>()
  const seen: SeenResult[] = []
  const entryOf = (member: Member, request: MoveRequest) => {
    const at = { process, board: board(), member, answers: [...sealed.values()], seen: [...seen] }
    seen.push(...seenBefore(request, at))
    if (isOfRound(request)) return roundEntry(request, at)
    return isOfAgreement(request) ? agreementEntry(request, at) : request
  }
  const play = (steps: readonly Step[]): void => {
    for (const [member, request] of steps) {
      const { id, side } = member
      if (request.type === 'round.submit' && side !== null) sealed.set(id, { member: id, side, answer: request.answer })
      const entry = entryOf(member, request)
      if ('result' in entry) sealed.clear()
      const seq = process.seq + 1
      const at = new Date(Date.parse('2026-09-02T09:00:00.000Z') + seq * 60_000).toISOString()
      const move = { ...entry, seq, at, by: id, side, seen: { seq: 300 + seq, hash: 'd'.repeat(64) } } as Move
      minutes.push(move)
      process = applyMove(process, move)
    }
  }
  return Object.assign(play, { process: () => process, minutes: () => minutes })
}

const isOfRound = (request: MoveRequest): request is RoundRequest => request.type.startsWith('round.')
const isOfAgreement = (request: MoveRequest): request is AgreementRequest =>
  request.type.startsWith('agreement.') || request.type === 'ratification.record'

import { describe, expect, test } from 'vitest'
import type { AgreementRequest } from '../agreement/agreement.ts'
import { agreementEntry } from '../agreement/entry.ts'
import { refusalOf } from '../decide.ts'
import { setJointText } from '../edit.ts'
import { type MemberId, RoundId, SideId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import { DEFAULT_SIDES, type Member, type Side } from '../people.ts'
import { applyMove, type Process } from '../process.ts'
import { consensusReport } from '../report/consensus.ts'
import { report } from '../report/index.ts'
import { printed } from '../report/printed.ts'
import { NO_RULES } from '../rules.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import type { Anonymity } from '../weighing/disclosure.ts'
import { wordingOf } from '../wording.ts'
import { type ConsensusResult, outcomeOfSides, type SideOutcome } from './consensus.ts'
import { CONSENSUS_SCALES, type ConsensusAnswer, meaningOf, signalsOf } from './consensusScales.ts'
import { roundEntry, seenBefore } from './entry.ts'
import { sideResult } from './result.ts'
import type { Round, RoundRequest, SealedAnswer, SeenResult } from './round.ts'

const { ana, ugo, max, mia, fay } = people
const PARENTS = SideId.parse('parents')
const SIDES: Side[] = [
  ...DEFAULT_SIDES,
  { id: PARENTS, name: 'Parents', letter: 'P', shape: 'triangle', decides: false },
]
const pia = member('Pia', { side: PARENTS })
const crowd = ['Eva', 'Ivo', 'Oda'].map(name => member(name, { side: UNION }))
const R = RoundId.parse('r1')

const doc = emptyBoard()
setJointText(doc, 'agreement', 'Two floating teachers cover each absence.')
const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
const other = post(doc, fay, { kind: 'option', text: 'Outside substitutes' })
const criterion = post(doc, fay, { kind: 'criterion', text: 'Fair' })
const watch = watchBoard(doc)

const inForce = () =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: NO_RULES }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { sides: SIDES, members: [...Object.values(people), pia, ...crowd] },
  )

type Step = readonly [Member, RoundRequest | AgreementRequest]
const asks = (process: Process, who: Member, move: MoveRequest) =>
  refusalOf({ process, board: watch.view(), member: who, move })
const play = (steps: readonly Step[], from = inForce(), before: readonly SeenResult[] = []) => {
  const sealed = new Map<MemberId, SealedAnswer>()
  const seen = [...before]
  let process = from
  for (const [who, move] of steps) {
    const refused = asks(process, who, move)
    if (refused !== null) throw new Error(`${move.type}: ${refused}`)
    if (move.type === 'round.open') sealed.clear()
    if (move.type === 'round.submit')
      sealed.set(who.id, { member: who.id, side: who.side as SideId, answer: move.answer })
    const at = { process, board: watch.view(), member: who, answers: [...sealed.values()], seen: [...seen] }
    seen.push(...seenBefore(move, at))
    const entry = 'round' in move ? roundEntry(move, at) : agreementEntry(move, at)
    const stamp = { seq: process.seq + 1, at: '2026-09-01T10:00:00.000Z', by: who.id, side: who.side }
    process = applyMove(process, { ...entry, ...stamp } as Move)
  }
  return { process, answers: [...sealed.values()], seen }
}

type Opening = Extract<RoundRequest, { type: 'round.open' }>
const open = (more: Partial<Opening> = {}): Opening => ({
  ...{ type: 'round.open', round: R, kind: 'consensus', anonymity: 'named', subject: { agreement: 1 } },
  ...more,
})
const say = (answer: ConsensusAnswer, round = R): RoundRequest => ({ type: 'round.submit', round, answer })
const closed = (round = R): Step[] => [
  [fay, { type: 'round.close', round }],
  [ana, { type: 'round.release', round, spread: true }],
  [max, { type: 'round.release', round, spread: true }],
]
const proposed = () => play([[fay, { type: 'agreement.propose' }]]).process
const resultIn = (process: Process, round = R): ConsensusResult => {
  const { state } = process.rounds.get(round) as Round
  if (state.is !== 'released') throw new Error('not released')
  return state.result as ConsensusResult
}

describe('[N21] a consensus test', () => {
  test('[N21] asks about the proposed version, or about one option as it is worded', () => {
    const version = proposed()
    const subjectOf = (subject: Opening['subject']) =>
      play([[fay, open({ subject })]], version).process.rounds.get(R)?.subject
    expect(subjectOf({ agreement: 1 })).toEqual({
      ...{ options: [], criteria: [] },
      agreement: { version: 1, hash: version.agreement[0]?.hash },
    })
    const card = watch.view().card(option)
    expect(subjectOf({ options: [option] })).toEqual({
      ...{ options: [{ id: option, wording: card && wordingOf(card) }], criteria: [] },
    })
  })

  test('[N21] asks about one thing, that is there, in one of its scales', () => {
    const version = proposed()
    const flaw = (more: Partial<Opening>, at = version) => asks(at, fay, open(more))
    expect([
      flaw({ subject: {} }),
      flaw({ subject: { options: [option, other] } }),
      flaw({ subject: { agreement: 1, options: [option] } }),
      flaw({ subject: { criteria: [criterion] } }),
      flaw({ subject: { options: [criterion] } }),
      flaw({}, inForce()),
      flaw({ subject: { agreement: 2 } }),
      flaw({ scale: 'points' }),
      flaw({ kind: 'rating', subject: { agreement: 1 } }),
      ...(['thumbs', 'kaner', 'fist'] as const).map(scale => flaw({ scale })),
      asks(version, ugo, open()),
    ]).toEqual([
      ...['not_one_thing', 'not_one_thing', 'not_one_thing', 'not_one_thing', 'unknown_option'],
      ...['nothing_proposed', 'stale_version', 'wrong_scale', 'unknown_option', null, null, null, 'not_co_chair'],
    ])
  })

  test('[N21] of a version that the text is not any more is not asked', () => {
    const version = proposed()
    setJointText(doc, 'agreement', 'Three floating teachers.')
    expect(asks(version, fay, open())).toBe('stale_version')
    setJointText(doc, 'agreement', 'Two floating teachers cover each absence.')
    expect(asks(version, fay, open())).toBeNull()
  })

  test('[N21] fixes a quorum for each side: what was said, else more than half', () => {
    const version = proposed()
    const quorumOf = (quorum?: Opening['quorum']) =>
      play([[fay, open(quorum && { quorum })]], version).process.rounds.get(R)?.quorum
    expect(quorumOf()).toEqual({ [UNION]: 3, [MANAGEMENT]: 2, [PARENTS]: 1 })
    expect(quorumOf({ [UNION]: 5 })).toEqual({ [UNION]: 5, [MANAGEMENT]: 2, [PARENTS]: 1 })
    expect([
      asks(version, fay, open({ quorum: { [UNION]: 6 } })),
      asks(version, fay, open({ quorum: { ['students' as SideId]: 1 } })),
      asks(version, fay, open({ kind: 'rating', subject: {}, quorum: { [UNION]: 1 } })),
    ]).toEqual(['no_such_quorum', 'no_such_quorum', 'no_such_quorum'])
  })

  test('[N21] takes the signals of its scale, and on every scale that a caucus is needed', () => {
    const { process } = play([[fay, open({ scale: 'fist' })]], proposed())
    expect(asks(process, ana, say({ signal: 'five' }))).toBeNull()
    expect(asks(process, ana, say({ signal: 'up' }))).toBe('wrong_scale')
    expect(asks(process, ana, { type: 'round.submit', round: R, answer: { value: 5 } })).toBe('wrong_scale')
    for (const scale of Object.keys(CONSENSUS_SCALES)) {
      expect(meaningOf(scale, 'caucus')).toBe('not-ready')
      expect(signalsOf(scale).filter(signal => meaningOf(scale, signal) === 'blocks')).toHaveLength(1)
    }
  })
})

const everybody = (signals: Readonly<Record<string, ConsensusAnswer['signal']>>): Step[] =>
  [ana, ugo, ...crowd, max, mia, pia].flatMap(who => {
    const signal = signals[who.id]
    return signal === undefined ? [] : [[who, say({ signal })] as const]
  })
const UNION_UP = { ana: 'up', ugo: 'up', eva: 'sideways' } as const

describe('[N22] where the sides stand', () => {
  const stands = (signals: Readonly<Record<string, ConsensusAnswer['signal']>>, scale: Opening['scale'] = 'thumbs') => {
    const { process } = play([[fay, open({ scale })], ...everybody(signals), ...closed()], proposed())
    const result = resultIn(process)
    return [
      outcomeOfSides(result, SIDES),
      result.outcomes[UNION],
      result.outcomes[MANAGEMENT],
      result.outcomes[PARENTS],
    ]
  }
  test.each<[string, Parameters<typeof stands>, (SideOutcome | string)[]]>([
    [
      'all support',
      [{ ...UNION_UP, max: 'up', mia: 'up', pia: 'up' }],
      ['reached', 'supports', 'supports', 'supports'],
    ],
    ['one of two blocks', [{ ...UNION_UP, max: 'up', mia: 'down' }], ['blocked', 'supports', 'blocks', 'short']],
    [
      'one wants a caucus',
      [{ ...UNION_UP, max: 'up', mia: 'caucus' }],
      ['not-ready', 'supports', 'not-ready', 'short'],
    ],
    [
      'an adviser blocks',
      [{ ...UNION_UP, max: 'up', mia: 'up', pia: 'down' }],
      ['reached', 'supports', 'supports', 'blocks'],
    ],
    ['too few answered', [{ ...UNION_UP, max: 'up' }], ['not-ready', 'supports', 'short', 'short']],
    ['a blocker short of the quorum', [{ ...UNION_UP, max: 'down' }], ['blocked', 'supports', 'blocks', 'short']],
    [
      'nobody supports, all abstain',
      [{ ana: 'endorse', ugo: 'abstain', eva: 'dislike', max: 'abstain', mia: 'abstain' }, 'kaner'],
      ['not-ready', 'supports', 'not-ready', 'short'],
    ],
  ])('[N22] %s', (_case, [signals, scale], expected) => {
    expect(stands(signals, scale)).toEqual(expected)
  })

  test('[N22] seven for it outweigh not one who blocks', () => {
    const signals = { ana: 'up', ugo: 'up', eva: 'up', ivo: 'up', oda: 'up', max: 'up', mia: 'down' } as const
    expect(stands(signals)[0]).toBe('blocked')
  })
})

describe('[N23] what is shown', () => {
  const why: ConsensusAnswer = { signal: 'down', reason: 'Nobody asked the schools.', wouldMove: 'A pilot first.' }
  const shown = (anonymity: Anonymity, spread = true) => {
    const union = [ana, ugo, ...crowd]
    const { process } = play(
      [
        [fay, open({ anonymity })],
        ...union.map((who, i): Step => [who, say(i === 0 ? why : { signal: 'up', ...(i === 1 && { spoken: true }) })]),
        [max, say({ signal: 'up' })],
        [mia, say({ signal: 'up' })],
        [fay, { type: 'round.close', round: R }],
        [ana, { type: 'round.release', round: R, ...(spread && { spread: true }) }],
        [max, { type: 'round.release', round: R, spread: true }],
      ],
      proposed(),
    )
    return resultIn(process)
  }

  test('[N23] with names who said what and why', () => {
    const { people: said = [], signals, reasons } = shown('named')
    expect(said.find(one => one.member === ana.id)).toEqual({ member: ana.id, side: UNION, ...why })
    expect(said.find(one => one.member === ugo.id)).toMatchObject({ spoken: true })
    expect([signals[UNION], reasons[UNION]]).toEqual([{ down: 1, up: 4 }, []])
  })

  test('[N23] with the side alone how many, and the reasons in an order that says nothing', () => {
    const { people: said, signals, reasons } = shown('side')
    expect([said, signals[UNION], signals[MANAGEMENT]]).toEqual([undefined, { down: 1, up: 4 }, null])
    expect(reasons[UNION]).toEqual([
      { reason: 'Nobody asked the schools.', wouldMove: 'A pilot first.' },
      { spoken: true },
    ])
  })

  test('[N23] of fewer than four without names only how many, and then nobody can say where it stands', () => {
    const { sides, outcomes } = shown('side')
    expect([sides[MANAGEMENT], outcomes[MANAGEMENT]]).toEqual([{ answered: 2, spread: true, hidden: 'few' }, null])
    const all = { [UNION]: 'supports', [MANAGEMENT]: null, [PARENTS]: null } as const
    expect(outcomeOfSides({ ...shown('side'), outcomes: all }, SIDES)).toBe('unknown')
  })

  test('[N23] where the side stands and nothing more, where it is so asked or so released', () => {
    for (const result of [shown('none'), shown('named', false)]) {
      expect([result.outcomes[UNION], result.signals[UNION], result.reasons[UNION]]).toEqual(['blocks', null, []])
      expect(result.people?.some(({ side }) => side === UNION) ?? false).toBe(false)
    }
  })

  test('[N23] a side sees its own result first, and nothing of the other', () => {
    const { process, answers } = play(
      [[fay, open()], ...everybody({ ...UNION_UP, max: 'down', mia: 'up' }), [fay, { type: 'round.close', round: R }]],
      proposed(),
    )
    const round = process.rounds.get(R) as Round
    const own = sideResult({ rounds: process.rounds, round, side: UNION, answers, seen: [] }) as ConsensusResult
    expect([Object.keys(own.outcomes), own.people?.map(({ member }) => member)]).toEqual([
      [UNION],
      [ana.id, crowd[0]?.id, ugo.id],
    ])
  })

  test('[N23] the same asked again without names tells nothing new where fewer than four changed; of a revised text it does', () => {
    const again = (after: number, revise: boolean, anonymity: Anonymity = 'side') => {
      const union = [ana, ugo, ...crowd]
      const asked = (round: RoundId, downs: number): Step[] => [
        [fay, open({ round, anonymity, subject: { agreement: round === R || !revise ? 1 : 2 } })],
        ...union.map((who, i): Step => [who, say({ signal: i < downs ? 'down' : 'up' }, round)]),
        [max, say({ signal: 'up' }, round)],
        ...closed(round),
      ]
      const first = play(asked(R, 5), proposed())
      if (revise) setJointText(doc, 'agreement', 'Revised.')
      const second = RoundId.parse('r2')
      const then: Step[] = revise ? [[fay, { type: 'agreement.propose' }]] : []
      const { process } = play([...then, ...asked(second, after)], first.process, first.seen)
      setJointText(doc, 'agreement', 'Two floating teachers cover each absence.')
      return resultIn(process, second)
    }
    expect(again(2, false).sides[UNION]).toEqual({ answered: 5, spread: true, hidden: 'few-changed' })
    expect(again(1, false).outcomes[UNION]).toBe('blocks')
    expect(again(2, true).signals[UNION]).toEqual({ down: 2, up: 3 })
    // Where no single signal is to be seen nobody can say how many came round: no more is told than that it stands as it stood.
    expect([again(0, false, 'none').outcomes[UNION], again(3, false, 'none').outcomes[UNION]]).toEqual([null, 'blocks'])
  })

  test('[N23] what a side that advises says is its advice: its signals and reasons are shown as the round said at its opening', () => {
    const { process } = play(
      [
        [fay, open()],
        ...everybody(UNION_UP),
        [max, say({ signal: 'up' })],
        [pia, say({ signal: 'down', reason: 'No family sits on the committee.' })],
        [fay, { type: 'round.close', round: R }],
        [ana, { type: 'round.release', round: R }],
        [max, { type: 'round.release', round: R }],
      ],
      proposed(),
    )
    const { signals, people: named } = resultIn(process)
    expect([signals[PARENTS], signals[UNION]]).toEqual([{ down: 1 }, null])
    expect(named).toEqual([
      { member: pia.id, side: PARENTS, signal: 'down', reason: 'No family sits on the committee.' },
    ])
  })

  test('[N23] the same words are the same under another number, and on another scale what signals come to is counted', () => {
    const union = [ana, ugo, ...crowd]
    const asked = (opening: Partial<Opening>, signals: readonly ConsensusAnswer['signal'][]): Step[] => [
      [fay, open({ anonymity: 'side', ...opening })],
      ...union.map((who, i): Step => [who, say({ signal: signals[i] ?? 'up' }, opening.round)]),
      [max, say({ signal: signals[0] ?? 'up' }, opening.round)],
      ...closed(opening.round),
    ]
    const oneDown = ['up', 'up', 'up', 'up', 'down'] as const
    const fives = ['five', 'five', 'five', 'five', 'five'] as const
    const first = play(asked({ round: R, subject: { options: [option] } }, oneDown))
    const second = RoundId.parse('r2')
    const onFist = (signals: readonly ConsensusAnswer['signal'][]) =>
      resultIn(
        play(
          asked({ round: second, scale: 'fist', subject: { options: [option] } }, signals),
          first.process,
          first.seen,
        ).process,
        second,
      )
    expect(onFist(fives).sides[UNION]?.hidden).toBe('few-changed')
    expect(onFist(['fist', 'fist', 'fist', 'fist', 'fist']).signals[UNION]).toEqual({ fist: 5 })

    const text = play(asked({ round: R, subject: { agreement: 1 } }, oneDown), proposed())
    const renamed: Step[] = [[fay, { type: 'agreement.propose', signers: [ana.id, ugo.id, max.id] }]]
    const anew = asked({ round: second, subject: { agreement: 2 } }, ['up', 'up', 'up', 'up', 'up'])
    const { process } = play([...renamed, ...anew], text.process, text.seen)
    expect(resultIn(process, second).sides[UNION]?.hidden).toBe('few-changed')
  })
})

test('[R2] the report tells each consensus test with where every side stood', () => {
  const { process } = play(
    [
      [fay, open({ scale: 'fist' })],
      ...everybody({ ana: 'five', ugo: 'three', eva: 'four', max: 'fist', mia: 'two' }),
      ...closed(),
    ],
    proposed(),
  )
  expect(consensusReport(process, watch.view())).toMatchObject([
    {
      ...{ round: R, scale: 'fist', subject: { agreement: { version: 1 } }, outcome: 'blocked' },
      outcomes: { [UNION]: 'supports', [MANAGEMENT]: 'blocks' },
      signals: { [UNION]: { five: 1, three: 1, four: 1 }, [MANAGEMENT]: { fist: 1, two: 1 } },
    },
  ])
})

test('[R3] and the printed report says it, side by side, with whose words a reason is', () => {
  const { process } = play(
    [
      [fay, open()],
      [ana, say({ signal: 'down', reason: 'Nobody asked the schools.', wouldMove: 'A pilot first.' })],
      [ugo, say({ signal: 'up' })],
      [max, say({ signal: 'up', spoken: true })],
      ...closed(),
    ],
    proposed(),
  )
  const head = { joint: 0, minutes: 0, chain: '' }
  const made = report({ process, board: watch.view(), minutes: [], head })
  const section = printed(made, { language: 'en', reader: 'people' }).sections.find(({ id }) => id === 'consensus')
  const rows = section?.blocks.flatMap(block => (block.is === 'table' ? block.rows : [])) ?? []
  expect(rows).toEqual([
    [{ side: 'Union' }, 'blocks it', 2, 3, 'thumb up: 1\nthumb down: 1', -1, 0],
    [{ side: 'Management' }, 'has not spoken', 1, 2, 'thumb up: 1', null, null],
    [{ side: 'Parents' }, 'has not spoken', 0, 1, null, null, null],
    ['Ana (Union)', 'thumb down', 'Nobody asked the schools.', 'A pilot first.'],
    ['Max (Management)', 'thumb up', '(said at the table)', null],
    ['Ugo (Union)', 'thumb up', null, null],
  ])
})

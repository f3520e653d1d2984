import { describe, expect, test } from 'vitest'
import { actRefusal } from './access.ts'
import { type MoveRefusal, refusalOf } from './decide.ts'
import type { MoveRequest, PlainRequest } from './moves.ts'
import { circumstances, mustAcknowledge } from './now.ts'
import type { Member } from './people.ts'
import { applyMove } from './process.ts'
import { NO_RULES, rulesBefore, rulesInForce, rulesVersions } from './rules.ts'
import { emptyBoard, member, people, processAfter, UNION } from './testing.ts'
import { watchBoard } from './view.ts'

const { ana, ugo, max, obi, fay } = people
const board = watchBoard(emptyBoard()).view()

const refuse = (who: Member, move: MoveRequest, moves: Parameters<typeof processAfter>[0] = []): MoveRefusal | null =>
  refusalOf({ process: processAfter(moves), board, member: who, move })

describe('[M9] ground rules', () => {
  const rules = { ...NO_RULES, weights: true }
  const propose: PlainRequest = { type: 'rules.propose', rules }
  const accept = (version: number): PlainRequest => ({ type: 'rules.accept', version })

  test('[M9] they are in force when every deciding side has accepted, and not before', () => {
    const one = processAfter([
      [fay, propose],
      [ana, accept(1)],
    ])
    expect([rulesInForce(one), one.rules.inForce]).toEqual([NO_RULES, null])
    const both = processAfter([
      [fay, propose],
      [ana, accept(1)],
      [max, accept(1)],
    ])
    expect([rulesInForce(both), both.rules.proposed, both.rules.inForce?.version]).toEqual([rules, null, 1])
  })

  test('[M9] a new proposal leaves the old rules in force, and starts without anybody’s yes', () => {
    const process = processAfter([
      [fay, propose],
      [ana, accept(1)],
      [max, accept(1)],
      [max, { type: 'rules.propose', rules: NO_RULES }],
    ])
    expect([rulesInForce(process), process.rules.proposed?.version, process.rules.proposed?.accepted.size]).toEqual([
      rules,
      2,
      0,
    ])
  })

  test('[M9] every version stays to be read: who proposed and accepted it, from when, and what it is a change of', () => {
    const { rules: after } = processAfter([
      [fay, propose],
      [ana, accept(1)],
      [max, accept(1)],
      [max, { type: 'rules.propose', rules: NO_RULES }],
      [ana, accept(2)],
      [ana, { type: 'rules.propose', rules: { ...rules, press: 'Together.' } }],
      [max, accept(3)],
      [ana, accept(3)],
      [fay, propose],
    ])
    const versions = rulesVersions(after)
    const told = versions.map(one => ({
      version: one.version,
      by: one.by,
      accepted: Object.fromEntries(one.accepted),
      held: one.since !== null,
      changes: rulesBefore(after, one)?.version ?? null,
    }))
    expect(told).toEqual([
      { version: 1, by: fay.id, accepted: { union: ana.id, management: max.id }, held: true, changes: null },
      { version: 2, by: max.id, accepted: { union: ana.id }, held: false, changes: 1 },
      { version: 3, by: ana.id, accepted: { union: ana.id, management: max.id }, held: true, changes: 1 },
      { version: 4, by: fay.id, accepted: {}, held: false, changes: 3 },
    ])
    expect(versions.map(one => one.rules.press)).toEqual(['', '', 'Together.', ''])
  })

  test.each<[string, Member, MoveRequest, MoveRefusal | null, Parameters<typeof processAfter>[0]]>([
    ['a member proposes', ugo, propose, 'not_co_chair', []],
    ['a co-chair proposes', max, propose, null, []],
    ['nothing to accept', ana, accept(1), 'no_rules_proposed', []],
    [
      'an earlier proposal',
      ana,
      accept(1),
      'stale_version',
      [
        [fay, propose],
        [fay, propose],
      ],
    ],
    ['a member accepts', ugo, accept(1), 'not_co_chair', [[fay, propose]]],
    ['the facilitator accepts', fay, accept(1), 'not_co_chair', [[fay, propose]]],
    [
      'a side twice',
      ana,
      accept(1),
      'already_accepted',
      [
        [fay, propose],
        [ana, accept(1)],
      ],
    ],
    [
      'acknowledging what is not in force',
      ugo,
      { type: 'rules.acknowledge', version: 1 },
      'stale_version',
      [[fay, propose]],
    ],
    [
      'acknowledging',
      ugo,
      { type: 'rules.acknowledge', version: 1 },
      null,
      [
        [fay, propose],
        [ana, accept(1)],
        [max, accept(1)],
      ],
    ],
    [
      'who accepted has acknowledged',
      max,
      { type: 'rules.acknowledge', version: 1 },
      'already_acknowledged',
      [
        [fay, propose],
        [ana, accept(1)],
        [max, accept(1)],
      ],
    ],
  ])('[M9] %s', (_what, who, move, refused, moves) => {
    expect(refuse(who, move, moves)).toBe(refused)
  })
})

describe('[M11] newcomers and the ground rules', () => {
  const propose: PlainRequest = { type: 'rules.propose', rules: NO_RULES }
  const accept: PlainRequest = { type: 'rules.accept', version: 1 }
  const inForce = processAfter([
    [fay, propose],
    [ana, accept],
    [max, accept],
  ])
  const nia = member('Nia', { side: UNION })
  const withNia = applyMove(inForce, {
    type: 'member.changed',
    member: nia,
    seq: inForce.seq + 1,
    at: inForce.at,
    by: nia.id,
    side: UNION,
  })
  const asks = (process: typeof withNia, move: MoveRequest) => refusalOf({ process, board, member: nia, move })
  const adopt: PlainRequest = { type: 'link.confirm', link: 'none' as never }
  const acknowledge: PlainRequest = { type: 'rules.acknowledge', version: 1 }

  test('[M11] whoever was there when they came into force is bound by their co-chairs’ word; a newcomer is not yet', () => {
    expect([ugo, obi, nia].map(who => mustAcknowledge(withNia, who))).toEqual([false, false, true])
    expect(mustAcknowledge(processAfter([[fay, propose]]), nia)).toBe(false)
  })

  test('[M11] a newcomer decides nothing before saying so, and everything after', () => {
    const after = applyMove(withNia, { ...acknowledge, seq: withNia.seq + 1, at: withNia.at, by: nia.id, side: UNION })
    expect([asks(withNia, adopt), asks(withNia, acknowledge), asks(after, adopt)]).toEqual([
      'rules_not_acknowledged',
      null,
      'no_such_link',
    ])
  })

  test('[M11] a later version binds whoever was bound before', () => {
    const acknowledged = applyMove(withNia, {
      ...acknowledge,
      seq: withNia.seq + 1,
      at: withNia.at,
      by: nia.id,
      side: UNION,
    })
    const second = [
      { by: fay, move: propose },
      { by: ana, move: { ...accept, version: 2 } },
      { by: max, move: { ...accept, version: 2 } },
    ].reduce(
      (process, { by, move }, i) =>
        applyMove(process, { ...move, seq: acknowledged.seq + 1 + i, at: acknowledged.at, by: by.id, side: by.side }),
      acknowledged,
    )
    expect([second.rules.inForce?.version, mustAcknowledge(second, nia)]).toEqual([2, false])
  })

  test('[M11] and no act of a newcomer’s is taken meanwhile', () => {
    const now = circumstances(withNia, 0)
    const act = { act: 'make card', kind: 'interest' } as const
    expect([actRefusal(nia, act, now), actRefusal(ugo, act, now)]).toEqual(['rules_not_acknowledged', null])
  })
})

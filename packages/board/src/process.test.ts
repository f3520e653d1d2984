import { describe, expect, test } from 'vitest'
import { actRefusal } from './access.ts'
import { decide, type MoveRefusal, refusalOf } from './decide.ts'
import { linkCards, putAway } from './edit.ts'
import { CardId, MemberId, newId, StepId } from './ids.ts'
import { endsOf, linkEntry, linkStanding } from './linkStanding.ts'
import { type MoveRequest, type PlainRequest, readMove } from './moves.ts'
import { circumstances, editingPaused, presentStep } from './now.ts'
import { awaiting, DEFAULT_SIDES, type Member } from './people.ts'
import { applyMove, OPENING, processOf } from './process.ts'
import { standingOf } from './standing.ts'
import { emptyBoard, MANAGEMENT, member, people, post, processAfter, UNION, words } from './testing.ts'
import { type CardView, type LinkView, watchBoard } from './view.ts'
import { wordingOf, wordingOfText } from './wording.ts'

const { ana, ugo, max, mia, fay, obi } = people
const options = StepId.parse('options')

const table = () => {
  const doc = emptyBoard()
  const interest = post(doc, ana, { kind: 'interest', text: 'Experience that counts' })
  const option = post(doc, fay, { kind: 'option', text: 'A rota drawn up each month' })
  const link = linkCards(doc, { from: option, to: interest, kind: 'serves', by: max.id, side: max.side })
  const watch = watchBoard(doc)
  const card = () => watch.view().card(interest) as NonNullable<ReturnType<ReturnType<typeof watch.view>['card']>>
  return { doc, watch, interest, option, link, card, wording: wordingOf(card()) }
}

const refuse = (
  who: Member,
  move: MoveRequest,
  moves: Parameters<typeof processAfter>[0] = [],
  at = table(),
): MoveRefusal | null => refusalOf({ process: processAfter(moves), board: at.watch.view(), member: who, move })

test('[M1] the process is computed from the entries alone, at once or one by one', () => {
  const moves = [
    [fay, { type: 'stage.open', stage: options }],
    [fay, { type: 'layout.unlock' }],
  ] as const
  const process = processAfter(moves)
  expect([presentStep(process).title, process.locked, process.seq]).toEqual(['Options', false, 3])
  expect(processAfter(moves)).toEqual(process)
})

test('[M1] a board opens on its template’s first step, locked, with the people it was opened with', () => {
  const process = processAfter([], { template: 'kaiser-4' })
  expect([presentStep(process).id, process.locked, process.members.get(ana.id)]).toEqual(['define', true, ana])
})

test('[M1] a changed member stands in the process as the minutes say', () => {
  const gone = { ...ugo, left: true as const }
  const process = applyMove(processAfter(), {
    type: 'member.changed',
    member: gone,
    seq: 2,
    at: '2026-09-01T10:00:00.000Z',
    by: ana.id,
    side: UNION,
  })
  expect(process.members.get(ugo.id)).toEqual(gone)
})

test('[M2] editing is paused from the announced moment on, until it is resumed', () => {
  const paused = processAfter([[fay, { type: 'editing.pause', warnSeconds: 30 }]])
  const from = Date.parse('2026-09-01T09:01:30.000Z')
  expect([editingPaused(paused, from - 1), editingPaused(paused, from)]).toEqual([false, true])
  expect(
    editingPaused(
      processAfter([
        [fay, { type: 'editing.pause', warnSeconds: 0 }],
        [fay, { type: 'editing.resume' }],
      ]),
      from,
    ),
  ).toBe(false)
})

test('[M2] a stage with `only` is announced a minute ahead unless said otherwise', () => {
  const from = (warnSeconds?: number) =>
    processAfter([
      [fay, { type: 'stage.open', stage: options, only: true, ...(warnSeconds !== undefined && { warnSeconds }) }],
    ]).stage.from
  expect([from(), from(5)]).toEqual(['2026-09-01T09:02:00.000Z', '2026-09-01T09:01:05.000Z'])
})

test('[M8] a stage with `only` is announced anew with a warning of its own, and then binds later', () => {
  const criteria = { type: 'stage.open', stage: StepId.parse('criteria'), only: true, warnSeconds: 30 } as const
  const process = processAfter([[people.fay, criteria]])
  const ask = (move: PlainRequest) =>
    refusalOf({ process, board: watchBoard(emptyBoard()).view(), move, member: people.fay })
  expect([ask(criteria), ask({ ...criteria, warnSeconds: undefined })]).toEqual([null, 'already_open'])
  const later = processAfter([
    [people.fay, criteria],
    [people.fay, { ...criteria, warnSeconds: 120 }],
  ])
  expect(Date.parse(later.stage.from) - Date.parse(process.stage.from)).toBe((60 + 90) * 1_000)
})

test('[M8] a stage opened with `only` binds from its announced moment on, and one without never', () => {
  const at = (only: boolean, now: string) =>
    circumstances(processAfter([[fay, { type: 'stage.open', stage: options, ...(only && { only }) }]]), Date.parse(now))
      .only
  expect(at(true, '2026-09-01T09:01:59.999Z')).toBeNull()
  expect(at(true, '2026-09-01T09:02:00.000Z')).toBe('options')
  expect(at(false, '2026-09-01T10:00:00.000Z')).toBeNull()
})

test('[M33] late words in a joint text are let in for their writer alone, in that text alone, while that closing holds', () => {
  const only: PlainRequest = { type: 'stage.open', stage: options, only: true, warnSeconds: 0 }
  const admit: PlainRequest = { type: 'late.admit', member: ana.id, cards: [CardId.parse('agreement')] }
  const word = (who: Member, text: 'issue' | 'agreement', of: [Member, PlainRequest][]) =>
    actRefusal(who, { act: 'word text', text }, circumstances(processAfter(of), Date.parse('2026-09-01T10:00:00Z')))
  const letIn: [Member, PlainRequest][] = [
    [fay, only],
    [fay, admit],
  ]
  expect([
    word(ana, 'agreement', letIn.slice(0, 1)),
    word(ana, 'agreement', letIn),
    word(max, 'agreement', letIn),
    word(ana, 'issue', letIn),
    word(ana, 'agreement', [...letIn, [fay, only]]),
  ]).toEqual(['stage_only', null, 'stage_only', 'stage_only', 'stage_only'])
})

test('[M33] a late card is let in for its writer alone, while that closing holds, and stays marked as late', () => {
  const only: PlainRequest = { type: 'stage.open', stage: options, only: true, warnSeconds: 0 }
  const card = newId(CardId)
  const admit: PlainRequest & { type: 'late.admit' } = { type: 'late.admit', member: ana.id, cards: [card] }
  type Moves = [Member, PlainRequest][]
  const make = (who: Member, of: Moves, id = card) => {
    const now = circumstances(processAfter(of), Date.parse('2026-09-01T10:00:00Z'))
    return actRefusal(who, { act: 'make card', kind: 'interest', id }, now)
  }
  const letIn: Moves = [
    [fay, only],
    [fay, admit],
  ]
  expect([
    make(ana, letIn.slice(0, 1)),
    make(ana, letIn),
    make(ugo, letIn),
    make(ana, letIn, newId(CardId)),
    make(ana, [...letIn, [fay, only]]),
  ]).toEqual(['stage_only', null, 'stage_only', 'stage_only', 'stage_only'])
  expect(processAfter([...letIn, [fay, { type: 'stage.open', stage: options }]]).late.get(card)).toMatchObject({
    ...{ member: ana.id, by: fay.id },
  })
  expect([
    refuse(ana, admit, letIn.slice(0, 1)),
    refuse(fay, admit),
    refuse(fay, { ...admit, member: newId(MemberId) }, letIn.slice(0, 1)),
    refuse(fay, admit, letIn),
    refuse(fay, admit, letIn.slice(0, 1)),
  ]).toEqual(['not_facilitator', 'nothing_closed', 'no_such_member', 'already_let_in', null])
})

describe('[M3] refusals, each with its reason', () => {
  const at = table()
  const adopt: PlainRequest = { type: 'interest.adopt', card: at.interest, wording: at.wording }
  const confirm: PlainRequest = { ...adopt, type: 'interest.confirm' }
  const cases: [string, Member, MoveRequest, MoveRefusal | null, Parameters<typeof processAfter>[0]?][] = [
    ['somebody who is not admitted', { ...ugo, admitted: false }, adopt, 'not_admitted'],
    ['somebody whom a side has yet to accept', awaiting(fay, [UNION]), adopt, 'not_accepted'],
    ['an observer', obi, adopt, 'read_only'],
    ['a member who opens a stage', ana, { type: 'stage.open', stage: options }, 'not_facilitator'],
    ['a stage that the template lacks', fay, { type: 'stage.open', stage: StepId.parse('none') }, 'no_such_stage'],
    ['the stage that is open', fay, { type: 'stage.open', stage: StepId.parse('issue') }, 'already_open'],
    ['the same stage with `only`', fay, { type: 'stage.open', stage: StepId.parse('issue'), only: true }, null],
    ['a neutral who adopts', fay, adopt, 'no_side'],
    ['a guest who adopts', member('Gil', { role: 'guest', side: MANAGEMENT }), adopt, 'no_side'],
    ['an interest of one’s own side', ugo, adopt, 'own_interest'],
    ['a card that is no interest', max, { ...adopt, card: at.option }, 'not_an_interest'],
    ['a card that is not there', max, { ...adopt, card: 'none' as typeof at.interest }, 'no_such_card'],
    ['an earlier wording', max, { ...adopt, wording: wordingOfText('before') }, 'stale_wording'],
    ['adopting', max, adopt, null],
    ['adopting twice', max, adopt, 'already_adopted', [[max, adopt]]],
    ['withdrawing what was not adopted', max, { type: 'interest.withdraw', card: at.interest }, 'not_adopted'],
    ['withdrawing', max, { type: 'interest.withdraw', card: at.interest }, null, [[max, adopt]]],
    ['confirming without being a co-chair', mia, confirm, 'not_co_chair'],
    ['confirming', max, confirm, null],
    ['confirming one’s own side’s interest', ana, confirm, null],
    ['confirming twice', max, confirm, 'already_confirmed', [[max, confirm]]],
    ['confirming a link', max, { type: 'link.confirm', link: at.link }, null],
    ['confirming a link without being a co-chair', mia, { type: 'link.confirm', link: at.link }, 'not_co_chair'],
    ['a neutral who confirms a link', fay, { type: 'link.confirm', link: at.link }, 'no_side'],
    [
      'a link as it was worded before',
      max,
      { type: 'link.confirm', link: at.link, wordings: { from: at.wording, to: wordingOfText('before') } },
      'stale_wording',
    ],
    ['taking back what was not confirmed', max, { type: 'link.withdraw', link: at.link }, 'not_confirmed'],
    [
      'taking back a link without being a co-chair',
      mia,
      { type: 'link.withdraw', link: at.link },
      'not_co_chair',
      [[max, { type: 'link.confirm', link: at.link }]],
    ],
    [
      'taking back a link',
      max,
      { type: 'link.withdraw', link: at.link },
      null,
      [[max, { type: 'link.confirm', link: at.link }]],
    ],
    ['a link that is not there', mia, { type: 'link.confirm', link: 'none' as typeof at.link }, 'no_such_link'],
    [
      'a link twice for one side',
      max,
      { type: 'link.confirm', link: at.link },
      'already_confirmed',
      [[max, { type: 'link.confirm', link: at.link }]],
    ],
    ['locking what is locked', fay, { type: 'layout.lock' }, 'already_locked'],
    ['unlocking twice', fay, { type: 'layout.unlock' }, 'not_locked', [[fay, { type: 'layout.unlock' }]]],
    ['pausing twice', fay, { type: 'editing.pause' }, 'already_paused', [[fay, { type: 'editing.pause' }]]],
    ['resuming what runs', fay, { type: 'editing.resume' }, 'not_paused'],
    ['stopping no timer', fay, { type: 'timer.stop' }, 'timer_not_running'],
    ['starting a timer', fay, { type: 'timer.start', seconds: 60 }, null],
  ]
  test.each(cases)('[M3] %s', (_what, who, move, refused, moves) => {
    expect(refuse(who, move, moves, at)).toBe(refused)
  })

  test('[M3] a taken move has exactly the fields that were asked for', () => {
    expect(decide({ process: processAfter(), board: at.watch.view(), member: max, move: adopt })).toEqual({
      taken: adopt,
    })
  })

  test('[M3] a card that was put away can no longer be adopted', () => {
    const away = table()
    putAway(away.doc, away.interest)
    expect(refuse(max, { ...adopt, card: away.interest }, [], away)).toBe('no_such_card')
  })
})

test('[M4] a co-chair does not move stages, layout, pauses or the clock', () => {
  const moves: MoveRequest[] = [
    { type: 'layout.unlock' },
    { type: 'editing.pause' },
    { type: 'editing.resume' },
    { type: 'timer.start', seconds: 5 },
    { type: 'timer.stop' },
  ]
  expect(moves.map(move => refuse(ana, move))).toEqual(moves.map(() => 'not_facilitator'))
})

test('[M5] [V4] an adoption counts for its wording, stands as earlier when the text moves on, and can be withdrawn', () => {
  const at = table()
  const adopt = { type: 'interest.adopt', card: at.interest, wording: at.wording } as const
  const ofManagement = (moves: Parameters<typeof processAfter>[0]) =>
    standingOf(at.card(), processAfter(moves)).sides.find(side => side.side === MANAGEMENT)
  expect(
    ofManagement([
      [max, adopt],
      [mia, adopt],
    ]),
  ).toEqual({ side: MANAGEMENT, adopted: 2, earlier: 0, of: 2, confirmed: 'no' })
  expect(
    ofManagement([
      [max, adopt],
      [max, { type: 'interest.withdraw', card: at.interest }],
    ]),
  ).toMatchObject({ adopted: 0 })
  words(at.doc, at.interest).insert(0, 'Long ')
  expect(ofManagement([[max, adopt]])).toMatchObject({ adopted: 0, earlier: 1 })
})

test('[M6] [V4] an interest is mutual once every deciding side has confirmed the present wording, and not by counts', () => {
  const at = table()
  const adopt = { type: 'interest.adopt', card: at.interest, wording: at.wording } as const
  const confirm = { ...adopt, type: 'interest.confirm' } as const
  const mutual = (moves: Parameters<typeof processAfter>[0]) => standingOf(at.card(), processAfter(moves)).mutual
  expect(
    mutual([
      [max, adopt],
      [mia, adopt],
    ]),
  ).toBe(false)
  expect(mutual([[max, confirm]])).toBe(false)
  const both = [
    [max, confirm],
    [ana, confirm],
  ] as const
  expect(mutual(both)).toBe(true)
  words(at.doc, at.interest).insert(0, 'Long ')
  expect(mutual(both)).toBe(false)
})

test('[M6] an advising side confirms nothing and is not waited for', () => {
  const sides = [
    ...DEFAULT_SIDES,
    { id: 'parents' as typeof UNION, name: 'Parents', letter: 'P', shape: 'triangle', decides: false } as const,
  ]
  const rosa = member('Rosa', { side: 'parents' as typeof UNION, role: 'co-chair' })
  const at = table()
  const confirm: PlainRequest = { type: 'interest.confirm', card: at.interest, wording: at.wording }
  const process = processAfter(
    [
      [max, confirm],
      [ana, confirm],
    ],
    { sides, members: [...Object.values(people), rosa] },
  )
  expect(refusalOf({ process, board: at.watch.view(), member: rosa, move: confirm })).toBe('advising_side')
  expect(standingOf(at.card(), process).mutual).toBe(true)
})

test('[V4] the adoption of somebody who has left no longer counts', () => {
  const at = table()
  const adopt = { type: 'interest.adopt', card: at.interest, wording: at.wording } as const
  const process = processAfter([[mia, adopt]])
  const left = applyMove(process, {
    type: 'member.changed',
    member: { ...mia, left: true },
    seq: 9,
    at: process.at,
    by: max.id,
    side: MANAGEMENT,
  })
  expect(standingOf(at.card(), left).sides.find(side => side.side === MANAGEMENT)).toMatchObject({ adopted: 0, of: 1 })
})

describe('[V5] a link', () => {
  const standing = (at: ReturnType<typeof table>, moves: Parameters<typeof processAfter>[0]) => {
    const board = at.watch.view()
    const link = board.links[0] as LinkView
    return linkStanding(link, endsOf(link, board), processAfter(moves))
  }
  const ofNow = (at: ReturnType<typeof table>) => linkEntry({ type: 'link.confirm', link: at.link }, at.watch.view())

  test('[V5] counts for the sides that confirmed it, and is confirmed when the interest’s side has', () => {
    const at = table()
    const [byMax, byAna] = [
      [max, ofNow(at)],
      [ana, ofNow(at)],
    ] as const
    expect([standing(at, []), standing(at, [byMax]), standing(at, [byMax, byAna])]).toEqual([
      { sides: [], earlier: [], is: 'suggested' },
      { sides: [MANAGEMENT], earlier: [], is: 'suggested' },
      { sides: [MANAGEMENT, UNION], earlier: [], is: 'confirmed' },
    ])
  })

  test.each(['option', 'interest'] as const)('[V5] is of an earlier wording once its %s is reworded', end => {
    const at = table()
    const before = ofNow(at)
    words(at.doc, at[end]).insert(0, 'No longer: ')
    const [once, again] = [
      standing(at, [[ana, before]]),
      standing(at, [
        [ana, before],
        [ana, ofNow(at)],
      ]),
    ]
    expect([once, again]).toEqual([
      { sides: [], earlier: [UNION], is: 'earlier' },
      { sides: [UNION], earlier: [], is: 'confirmed' },
    ])
  })

  test('[V5] of minutes that name no wordings is confirmed as it was', () => {
    const at = table()
    words(at.doc, at.option).insert(0, 'No longer: ')
    expect(standing(at, [[ana, { type: 'link.confirm', link: at.link }]]).is).toBe('confirmed')
  })

  test('[M40] is confirmed of the wordings that stand, and taken back by whoever acts for the side', () => {
    const at = table()
    const { wordings } = ofNow(at)
    const [option, interest] = [at.option, at.interest].map(id => wordingOf(at.watch.view().card(id) as CardView))
    expect(wordings).toEqual({ from: option, to: interest })
    expect(
      standing(at, [
        [ana, ofNow(at)],
        [ana, { type: 'link.withdraw', link: at.link }],
      ]).is,
    ).toBe('suggested')
  })
})

test('[M7] an entry that this version does not know changes nothing, and what is no entry is skipped', () => {
  const future = { seq: 7, at: '2026-09-01T10:00:00.000Z', by: ana.id, side: UNION, type: 'round.reopen' }
  expect(readMove(future)).toBeNull()
  expect(processOf([future, 'noise', null])).toEqual(OPENING)
})

test('[M10] a side calls, extends and ends its own caucus; nobody else does', () => {
  const call: PlainRequest = { type: 'caucus.call', side: UNION, minutes: 10, purpose: 'The rota' }
  const end: PlainRequest = { type: 'caucus.end', side: UNION }
  expect([ugo, max, fay].map(who => refuse(who, call))).toEqual([null, 'not_your_side', 'not_your_side'])
  expect([refuse(ana, end), refuse(ana, end, [[ugo, call]]), refuse(max, end, [[ugo, call]])]).toEqual([
    'no_caucus',
    null,
    'not_your_side',
  ])
  expect(
    processAfter([
      [ugo, call],
      [ana, { ...call, minutes: 20 }],
    ]).caucuses.get(UNION),
  ).toMatchObject({ by: ana.id, minutes: 20 })
  expect(
    processAfter([
      [ugo, call],
      [ana, end],
    ]).caucuses.size,
  ).toBe(0)
})

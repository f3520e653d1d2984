import { describe, expect, test } from 'vitest'
import {
  type Act,
  type ActRefusal,
  accessTo,
  actRefusal,
  keptOut,
  mayAccept,
  mayChangeMember,
  mayInvite,
  mayOpenBoard,
  mayPlace,
  mayPutAway,
  mayUnlink,
  mayWord,
  mayWrite,
} from './access.ts'
import { CARD_KINDS, type CardKind } from './cards.ts'
import type { Document } from './documents.ts'
import { BoardId } from './ids.ts'
import { awaiting, DEFAULT_SIDES, type Member } from './people.ts'
import { MANAGEMENT, member, people, UNION } from './testing.ts'

const board = BoardId.parse('b')
const guest = member('Gil', { role: 'guest', side: UNION })
const sided = member('Flo', { role: 'facilitator', side: UNION })
const who = { ...people, guest, sided }
type Who = keyof typeof who
const table = { sides: DEFAULT_SIDES, members: Object.values(people) }

const rows = <T>(ask: (one: Member) => T) =>
  Object.fromEntries(Object.entries(who).map(([name, one]) => [name, ask(one)])) as Record<Who, T>
const only = (...names: Who[]) => rows(one => names.some(name => who[name].id === one.id))

describe('[A1] who may read and write each document', () => {
  const documents: Record<string, [Document, Record<string, Who[]>]> = {
    joint: [
      { kind: 'joint', board },
      { write: ['ana', 'ugo', 'max', 'mia', 'fay', 'guest', 'sided'], read: ['obi'] },
    ],
    minutes: [{ kind: 'minutes', board }, { read: ['ana', 'ugo', 'max', 'mia', 'fay', 'obi', 'guest', 'sided'] }],
    'union caucus': [{ kind: 'caucus', board, side: UNION }, { write: ['ana', 'ugo'] }],
    'management caucus': [{ kind: 'caucus', board, side: MANAGEMENT }, { write: ['max', 'mia'] }],
    "Ana's draft": [{ kind: 'draft', board, member: people.ana.id }, {}],
  }
  test.each(Object.entries(documents))('[A1] %s', (_name, [document, allowed]) => {
    const expected = rows(
      one => Object.entries(allowed).find(([, names]) => names.some(name => who[name].id === one.id))?.[0] ?? 'none',
    )
    expect(rows(one => accessTo({ member: one, document, paused: false }))).toEqual(expected)
  })

  test('[A1] paused editing leaves the joint document to read, and does not reach into a caucus', () => {
    const access = (document: Document) => accessTo({ member: people.ana, document, paused: true })
    expect([access({ kind: 'joint', board }), access({ kind: 'caucus', board, side: UNION })]).toEqual([
      'read',
      'write',
    ])
  })

  test('[A1] whoever is not admitted, or has left, reads nothing', () => {
    const document: Document = { kind: 'minutes', board }
    for (const one of [
      { ...people.ugo, admitted: false },
      { ...people.ugo, left: true as const },
    ])
      expect(accessTo({ member: one, document, paused: false })).toBe('none')
  })
})

test('[A2] who may word a card, by its kind', () => {
  const everybody = ['ana', 'ugo', 'max', 'mia', 'fay', 'guest', 'sided'] as const
  const itsSide = ['ana', 'ugo', 'fay', 'guest', 'sided'] as const
  const expected: Record<CardKind, readonly Who[]> = {
    ...{ fact: itsSide, interest: itsSide, note: itsSide },
    ...{ option: everybody, criterion: everybody, question: everybody, cluster: everybody },
  }
  for (const kind of Object.keys(CARD_KINDS) as CardKind[])
    expect(
      rows(one => mayWord(one, { kind, by: people.ana.id, side: UNION })),
      kind,
    ).toEqual(only(...expected[kind]))
})

test('[A2] a facilitator who sits on a side does not word the other side’s interest', () => {
  expect(mayWord(sided, { kind: 'interest', by: people.max.id, side: MANAGEMENT })).toBe(false)
})

test('[A2] a neutral note is worded by the one who wrote it and a neutral facilitator, not by everybody without a side', () => {
  const note = { kind: 'note', by: people.fay.id, side: null } as const
  expect([people.fay, member('Nik', { role: 'guest' })].map(one => mayWord(one, note))).toEqual([true, false])
})

test('[A3] who may place a card, with the layout locked and unlocked', () => {
  const card = { by: people.ana.id }
  expect(rows(one => mayPlace(one, card, { locked: true }))).toEqual(only('ana', 'fay', 'sided'))
  expect(rows(one => mayPlace(one, card, { locked: false }))).toEqual(
    only('ana', 'ugo', 'max', 'mia', 'fay', 'guest', 'sided'),
  )
})

test('[A4] [A5] who may put a card away and take a link away', () => {
  const made = { by: people.ana.id, side: UNION }
  expect(rows(one => mayPutAway(one, made))).toEqual(only('ana', 'ugo', 'fay', 'guest', 'sided'))
  expect(rows(one => mayUnlink(one, made))).toEqual(only('ana', 'ugo', 'fay', 'guest', 'sided'))
})

test('[A5] a link of one side is not taken away by the other', () => {
  expect(mayUnlink(people.max, { by: people.ana.id, side: UNION })).toBe(false)
})

test('[A6] observers write nothing', () => {
  expect(rows(mayWrite)).toEqual(only('ana', 'ugo', 'max', 'mia', 'fay', 'guest', 'sided'))
})

test('[A7] who may open a board', () => {
  expect(rows(one => mayOpenBoard(one, table))).toEqual(only('ana', 'max', 'fay', 'sided'))
})

test('[A8] who may make a link to a seat', () => {
  const invites = (role: Member['role'], side: typeof UNION | null) =>
    rows(one => mayInvite(one, { role, side }, table))
  expect(invites('member', UNION)).toEqual(only('ana', 'ugo', 'fay', 'sided'))
  expect(invites('co-chair', UNION)).toEqual(only('ana'))
  expect(invites('observer', null)).toEqual(only('ana', 'max', 'fay', 'sided'))
})

test('[A8] the first co-chair of a side comes by the maker’s link', () => {
  const seat = { role: 'co-chair', side: UNION } as const
  expect(mayInvite(people.fay, seat, { ...table, members: [people.fay, people.max] })).toBe(true)
})

test('[A9] who may change a member of a side, a facilitator, a neutral observer', () => {
  expect(rows(one => mayChangeMember(one, people.ugo, table))).toEqual(only('ana'))
  expect(rows(one => mayChangeMember(one, people.fay, table))).toEqual(only('ana', 'max'))
  expect(rows(one => mayChangeMember(one, people.obi, table))).toEqual(only('ana', 'max', 'fay', 'sided'))
})

test('[A11] who accepts and dismisses a facilitator and an observer, whatever their side; nobody else is accepted', () => {
  expect(rows(one => mayAccept(one, people.fay, table))).toEqual(only('ana', 'max'))
  expect(rows(one => mayAccept(one, { ...people.obi, side: UNION }, table))).toEqual(only('ana', 'max'))
  expect(rows(one => mayAccept(one, people.ugo, table))).toEqual(only())
})

test('[A12] whoever waits to be accepted sees no board, writes nothing and decides about nobody', () => {
  const [fay, obi] = [awaiting(people.fay, [UNION]), awaiting(people.obi, [UNION])]
  const joint = { kind: 'joint', board } as const
  expect([keptOut(fay, 'team'), keptOut(fay, 'board'), keptOut(obi, 'team'), keptOut(people.obi, 'board')]).toEqual([
    null,
    'not_accepted',
    'not_accepted',
    null,
  ])
  expect([
    accessTo({ member: obi, document: joint, paused: false }),
    accessTo({ member: fay, document: joint, paused: false }),
    mayWrite(fay),
    mayOpenBoard(fay, table),
    mayChangeMember(fay, people.obi, table),
  ]).toEqual(['none', 'none', false, false, false])
})

test('[A12] a facilitator who waits still seats the first co-chair of a side that has none, and nobody else', () => {
  const fay = awaiting(people.fay, [UNION])
  const chairless = { ...table, members: [fay, people.ana] }
  expect([
    mayInvite(fay, { role: 'co-chair', side: MANAGEMENT }, chairless),
    mayInvite(fay, { role: 'member', side: MANAGEMENT }, chairless),
    mayInvite(fay, { role: 'co-chair', side: UNION }, chairless),
    mayInvite(fay, { role: 'observer', side: null }, chairless),
  ]).toEqual([true, false, false, false])
})

/** Rows: acts on the union's (Ana's) things. Columns: who is refused, and why; everybody else may. */
describe('[A10] who may do each act', () => {
  const interest = { kind: 'interest', by: people.ana.id, side: UNION } as const
  const option = { kind: 'option', by: people.ana.id, side: UNION } as const
  const made = { by: people.ana.id, side: UNION }
  const free = { locked: false, only: null }
  const locked = { locked: true, only: null }
  const inOptions = { locked: false, only: 'options' } as const
  type Row = [string, Act, Parameters<typeof actRefusal>[2], Partial<Record<ActRefusal, Who[]>>]
  const members = ['ana', 'ugo', 'max', 'mia', 'guest'] as const
  const table: Row[] = [
    ['makes a card', { act: 'make card', kind: 'interest' }, free, {}],
    ['makes a card outside the stage', { act: 'make card', kind: 'interest' }, inOptions, { stage_only: [...members] }],
    ['makes a card of the stage', { act: 'make card', kind: 'option' }, inOptions, {}],
    ['words an interest', { act: 'word card', card: interest }, free, { not_your_words: ['max', 'mia'] }],
    ['words an option', { act: 'word card', card: option }, free, {}],
    ['words an option in its stage', { act: 'word card', card: option }, inOptions, {}],
    ['sets a field of an interest', { act: 'set card', card: interest }, free, { not_your_words: ['max', 'mia'] }],
    ['places a card', { act: 'place card', card: option }, free, {}],
    [
      'places a card, locked',
      { act: 'place card', card: option },
      locked,
      { layout_locked: ['ugo', 'max', 'mia', 'guest'] },
    ],
    ['puts a card away', { act: 'put away card', card: option }, free, { not_yours_to_put_away: ['max', 'mia'] }],
    ['suggests a link', { act: 'make link', ends: [] }, locked, {}],
    ['takes a link away', { act: 'take away link', made }, free, { not_yours_to_take_away: ['max', 'mia'] }],
    ['draws', { act: 'make mark' }, free, {}],
    ['moves a mark', { act: 'place mark', made }, free, {}],
    ['moves a mark, locked', { act: 'place mark', made }, locked, { layout_locked: ['ugo', 'max', 'mia', 'guest'] }],
    ['titles a frame', { act: 'title frame', made }, free, {}],
    ['titles a frame, locked', { act: 'title frame', made }, locked, { layout_locked: ['ugo', 'max', 'mia', 'guest'] }],
    ['erases ink', { act: 'take away mark', made }, free, { not_yours_to_take_away: ['max', 'mia'] }],
    ['words the issue', { act: 'word text', text: 'issue' }, free, {}],
    ['words the issue in another stage', { act: 'word text', text: 'issue' }, inOptions, { stage_only: [...members] }],
  ]
  test.each(table)('[A10] who %s', (_what, act, now, refused) => {
    const expected = rows(one => {
      if (one.id === people.obi.id) return 'read_only'
      return Object.entries(refused).find(([, names]) => names.some(name => who[name].id === one.id))?.[0] ?? null
    })
    expect(rows(one => actRefusal(one, act, now))).toEqual(expected)
  })
})

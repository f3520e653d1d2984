import { expect, test } from 'vitest'
import { ACT_REFUSALS, type Act, type ActRefusal, actRefusal, type Circumstances } from './access.ts'
import { CARD_KINDS, type CardKind } from './cards.ts'
import { CardId } from './ids.ts'
import { inForce, type Member, type Role } from './people.ts'
import { JOINT_TEXTS } from './schema.ts'
import { STAGES, type StageKind } from './stages.ts'
import { MANAGEMENT, member, people, UNION } from './testing.ts'

/**
 * Every cell: who, by role and side, may do each act to what is theirs, their side's, the other side's and nobody's, in
 * each stage opened with `only` and in none, with the layout locked and not. `acts.table.txt` is that table, to be read.
 */

const WHO = {
  facilitator: [member('Fay', { role: 'facilitator' }), member('Flo', { role: 'facilitator', side: UNION })],
  'co-chair': [member('Ana', { role: 'co-chair', side: UNION })],
  member: [member('Ugo', { side: UNION })],
  observer: [member('Obi', { role: 'observer' }), member('Ole', { role: 'observer', side: UNION })],
  guest: [member('Gil', { role: 'guest', side: UNION }), member('Gus', { role: 'guest' })],
} as const satisfies Record<Role, readonly Member[]>
const PEOPLE: readonly (readonly [name: string, Member])[] = [
  ...Object.values(WHO)
    .flat()
    .map(one => [`${one.role}${one.side === null ? '' : ' of the side'}`, one] as const),
  ['not admitted', member('Nia', { side: UNION, admitted: false })],
  ['not accepted', member('Fred', { role: 'facilitator', awaits: [UNION] })],
  ['has left', member('Leo', { side: UNION, left: true })],
]

const isWriter = (one: Member) => one.role !== 'observer' && inForce(one)
const WRITERS = PEOPLE.filter(([, one]) => isWriter(one))

/** Whose a thing is, as seen by the one who acts. */
const WHOSE = {
  'their own': (me: Member) => ({ by: me.id, side: me.side }),
  'the side’s': () => ({ by: member('Una').id, side: UNION }),
  'the other side’s': () => ({ by: people.max.id, side: MANAGEMENT }),
  'a neutral’s': () => ({ by: member('Fred').id, side: null }),
} as const
type Subject = readonly [what: string, (me: Member) => Act]

const KINDS = Object.keys(CARD_KINDS) as CardKind[]
const COMMENTS = KINDS.filter(kind => 'comments' in CARD_KINDS[kind])
const ofCards = (act: 'word card' | 'set card' | 'place card' | 'put away card'): Subject[] =>
  KINDS.flatMap(kind =>
    Object.entries(WHOSE).map(
      ([whose, made]): Subject => [`${whose} ${kind}`, me => ({ act, card: { kind, ...made(me) } })],
    ),
  )
/** Of what is said about something, beside what is said by itself. */
const ofComments = (act: 'word card' | 'set card' | 'place card' | 'put away card'): Subject[] =>
  COMMENTS.flatMap(kind =>
    Object.entries(WHOSE).map(
      ([whose, made]): Subject => [
        `${whose} ${kind} as a comment`,
        me => ({ act, card: { kind, about: 'issue', ...made(me) } }),
      ],
    ),
  )
const ofMade = (act: 'take away link' | 'place mark' | 'title frame' | 'take away mark'): Subject[] =>
  Object.entries(WHOSE).map(([whose, made]): Subject => [whose, me => ({ act, made: made(me) })])

const ACTS = {
  'make card': [
    ...KINDS.map((kind): Subject => [kind, () => ({ act: 'make card', kind })]),
    ...COMMENTS.map((kind): Subject => [`${kind} as a comment`, () => ({ act: 'make card', kind, about: 'issue' })]),
    ['interest spoken by another', () => ({ act: 'make card', kind: 'interest', spokenBy: people.max.id })],
  ],
  'word card': [...ofCards('word card'), ...ofComments('word card')],
  'set card': [...ofCards('set card'), ...ofComments('set card')],
  'place card': [...ofCards('place card'), ...ofComments('place card')],
  'put away card': [...ofCards('put away card'), ...ofComments('put away card')],
  'make link': [['any', () => ({ act: 'make link', ends: [] })]],
  'take away link': ofMade('take away link'),
  'make mark': [['any', () => ({ act: 'make mark' })]],
  'place mark': ofMade('place mark'),
  'title frame': ofMade('title frame'),
  'take away mark': ofMade('take away mark'),
  'word text': JOINT_TEXTS.map((text): Subject => [text, () => ({ act: 'word text', text })]),
} as const satisfies Record<Act['act'], readonly Subject[]>

const ONLY: readonly (StageKind | null)[] = [null, ...(Object.keys(STAGES) as StageKind[])]
/** A letter a refusal; a point where one may. */
const LETTERS = {
  read_only: 'r',
  rules_not_acknowledged: 'g',
  stage_only: 's',
  not_your_words: 'w',
  layout_locked: 'l',
  card_erased: 'e',
  not_yours_to_put_away: 'p',
  not_yours_to_take_away: 't',
} as const satisfies Record<ActRefusal, string>
const letterOf = (refusal: ActRefusal | null) => (refusal === null ? '.' : LETTERS[refusal])

const cell = (one: Member, act: Act, bound?: Circumstances['bound']): string =>
  [false, true]
    .map(locked =>
      ONLY.map(only => letterOf(actRefusal(one, act, { locked, only, bound } satisfies Circumstances))).join(''),
    )
    .join(' ')

const table = (): string => {
  const rows = (Object.entries(ACTS) as [string, readonly Subject[]][]).flatMap(([act, subjects]) => [
    '',
    act,
    ...subjects.flatMap(([what, make]) => {
      const cells = Map.groupBy(WRITERS, ([, one]) => cell(one, make(one)))
      return [...cells].map(
        ([shown, those]) => `  ${what.padEnd(37)} ${shown}  ${those.map(([name]) => name).join(', ')}`,
      )
    }),
  ])
  return [
    `Each line: what it is done to, then who may. Two groups: the layout is not locked, and locked. In each, one character`,
    `for no stage with "only", then for "only" ${ONLY.slice(1).join(', ')}.`,
    'Observers, and whoever is not admitted, not accepted or has left, do none of it; a newcomer none before they have',
    'acknowledged the ground rules in force.',
    `. may   ${ACT_REFUSALS.map(refusal => `${LETTERS[refusal]} ${refusal}`).join('   ')}`,
    ...rows,
    '',
  ].join('\n')
}

test('[A10] every cell of role, act, stage, lock and side is as the table says', async () => {
  await expect(table()).toMatchFileSnapshot('./acts.table.txt')
})

test('[A10] whoever may not write at all may do none of it', () => {
  const asked = Object.values(ACTS).flatMap(subjects =>
    (subjects as readonly Subject[]).flatMap(([, make]) =>
      PEOPLE.filter(([, one]) => !isWriter(one)).map(([, one]) => cell(one, make(one))),
    ),
  )
  expect(new Set(asked.join('').replaceAll(' ', ''))).toEqual(new Set(['r']))
})

test('[A10] a newcomer may do none of it before they have acknowledged the ground rules, and as much as anybody after', () => {
  const writers = WRITERS.map(([, one]) => one)
  const asked = Object.values(ACTS).flatMap(subjects => (subjects as readonly Subject[]).map(([, make]) => make))
  const shown = (bound: Circumstances['bound']) =>
    asked.flatMap(make => writers.map(one => cell(one, make(one), bound)))
  expect(new Set(shown(new Set()).join('').replaceAll(' ', ''))).toEqual(new Set(['g']))
  expect(shown(new Set(writers.map(one => one.id)))).toEqual(shown(undefined))
})

test('[A13] an erased card takes no words, field, place, connection or comment, from nobody; it is put away as any other', () => {
  const erased = CardId.parse('erased')
  const card = { kind: 'option', by: people.ana.id, side: UNION } as const
  const asked: Act[] = [
    { act: 'word card', card, id: erased },
    { act: 'set card', card, id: erased },
    { act: 'place card', card, id: erased },
    { act: 'make link', ends: [erased, CardId.parse('other')] },
    { act: 'make link', ends: [CardId.parse('other'), erased] },
    { act: 'make card', kind: 'note', about: erased },
    { act: 'put away card', card },
    { act: 'place card', card, id: CardId.parse('other') },
    { act: 'make link', ends: [CardId.parse('other'), CardId.parse('another')] },
    { act: 'make card', kind: 'note', about: CardId.parse('other') },
    { act: 'make card', kind: 'question', about: 'agreement' },
    { act: 'make card', kind: 'note' },
  ]
  const now = { locked: false, only: null, erased: new Set([erased]) }
  for (const who of [people.ana, people.fay])
    expect(asked.map(act => actRefusal(who, act, now))).toEqual([
      ...['card_erased', 'card_erased', 'card_erased', 'card_erased', 'card_erased', 'card_erased'],
      ...[null, null, null, null, null, null],
    ])
})

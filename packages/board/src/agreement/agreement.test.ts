import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { refusalOf } from '../decide.ts'
import { setJointText } from '../edit.ts'
import { hashOfText } from '../hash.ts'
import { MemberId } from '../ids.ts'
import type { Move, MoveRequest } from '../moves.ts'
import type { Member } from '../people.ts'
import { applyMove, type Process } from '../process.ts'
import { report } from '../report/index.ts'
import { printReport } from '../report/print.ts'
import { copyRich, type RichNode } from '../richtext.ts'
import { NO_RULES } from '../rules.ts'
import { jointTextOf } from '../schema.ts'
import { emptyBoard, MANAGEMENT, member, people, processAfter, UNION } from '../testing.ts'
import { watchBoard } from '../view.ts'
import { type AgreementRequest, TENTATIVE } from './agreement.ts'
import { agreementEntry } from './entry.ts'
import { writtenText } from './text.ts'

const { ana, ugo, max, mia, fay, obi } = people
const gus = member('Gus', { side: UNION, role: 'guest' })
const ARTICLE = 'Two floating teachers cover the first day of every absence.'

const table = (text = ARTICLE) => {
  const doc = emptyBoard()
  if (text !== '') setJointText(doc, 'agreement', text)
  const watch = watchBoard(doc)
  return { board: watch.view, write: (next: string) => setJointText(doc, 'agreement', next) }
}
type Table = ReturnType<typeof table>

const withRules = () =>
  processAfter(
    [
      [fay, { type: 'rules.propose', rules: NO_RULES }],
      [ana, { type: 'rules.accept', version: 1 }],
      [max, { type: 'rules.accept', version: 1 }],
    ],
    { members: [...Object.values(people), gus] },
  )

type Step = readonly [Member, AgreementRequest]
/** The process after these moves, each let through and written down as the server does it. */
const play = (at: Table, steps: readonly Step[], from: Process = withRules()): Process =>
  steps.reduce((process, [who, move]) => {
    const refused = refusalOf({ process, board: at.board(), member: who, move })
    if (refused !== null) throw new Error(`${move.type}: ${refused}`)
    const stamp = { seq: process.seq + 1, at: '2026-09-01T10:00:00.000Z', by: who.id, side: who.side }
    return applyMove(process, {
      ...agreementEntry(move, { process, board: at.board(), member: who }),
      ...stamp,
    } as Move)
  }, from)
const asks = (at: Table, process: Process, who: Member, move: MoveRequest) =>
  refusalOf({ process, board: at.board(), member: who, move })

const propose = { type: 'agreement.propose' } as const
const sign = (version = 1) => ({ type: 'agreement.sign', version }) as const
const withdraw = (version = 1) => ({ type: 'agreement.withdraw', version }) as const
const vote = { type: 'ratification.record', body: 'School committee', for: 5, against: 2 } as const
const agreed: readonly Step[] = [
  [fay, propose],
  [ana, { ...sign(), capacity: 'President, Local 59' }],
  [max, sign()],
]

describe('[G1] what is fixed', () => {
  const text = (words: string): RichNode => ({ type: 'text', text: words, marks: {} })
  const block = (type: string, content: readonly RichNode[], attrs = {}): RichNode => ({ type, content, attrs })
  const item = (...words: string[]) =>
    block(
      'listItem',
      words.map(one => block('paragraph', [text(one)])),
    )

  test('[G1] are the words with headings, bullets and numbers, a line each', () => {
    const nodes = [
      block('heading', [text('Cover')], { level: 2 }),
      block('paragraph', [text('On the first day:'), block('hardBreak', []), text('two teachers.  ')]),
      block('paragraph', []),
      block('orderedList', [item('Ask early', 'By noon.'), item('Pay')], { start: 3 }),
      block('bulletList', [item('No lists of names')]),
    ]
    expect(writtenText(nodes)).toBe(
      '## Cover\nOn the first day:\ntwo teachers.\n3. Ask early\n   By noon.\n4. Pay\n- No lists of names',
    )
  })

  test('[G1] bold does not count, a number does', () => {
    const plain = writtenText([block('paragraph', [text('Two days')])])
    const bold: RichNode = { type: 'text', text: 'Two days', marks: { bold: {} } }
    expect(writtenText([block('paragraph', [bold])])).toBe(plain)
    const list = (start: number) => writtenText([block('orderedList', [item('Pay')], { start })])
    expect(list(1)).not.toBe(list(2))
  })

  test('[G1] the hash is that of sha256sum over exactly these bytes', () => {
    expect(hashOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const { agreement } = play(table(), [[fay, propose]])
    expect(agreement).toMatchObject([{ version: 1, text: ARTICLE, hash: hashOfText(ARTICLE) }])
  })

  test('[G1] a text read from its document is the one that was written there', () => {
    const doc = emptyBoard()
    const nodes = [block('bulletList', [item('Ask early')]), block('paragraph', [text('Pay')])]
    jointTextOf(doc, 'agreement').insert(0, copyRich(nodes) as Y.XmlElement[])
    expect(writtenText(watchBoard(doc).view().agreement.body)).toBe('- Ask early\nPay')
  })
})

describe('[G3] a text is proposed', () => {
  test('[G3] by a facilitator or a co-chair, where there is one', () => {
    const at = table()
    expect([fay, ana, ugo, gus, obi].map(who => asks(at, withRules(), who, propose))).toEqual([
      ...[null, null, 'not_co_chair', 'not_co_chair', 'read_only'],
    ])
    expect(asks(table(''), withRules(), fay, propose)).toBe('nothing_written')
  })

  test('[G3] to the co-chairs, or to the named, one of each deciding side among them', () => {
    const at = table()
    const signers = (named?: readonly Member[]) => {
      const move = { ...propose, ...(named && { signers: named.map(({ id }) => id) }) }
      const refused = asks(at, withRules(), fay, move)
      return refused ?? play(at, [[fay, move]]).agreement[0]?.signers.map(signer => signer.member)
    }
    expect([
      signers(),
      signers([ugo, max, ana]),
      signers([ugo, ana]),
      signers([ana, max, gus]),
      asks(at, withRules(), fay, { ...propose, signers: [MemberId.parse('nobody'), ana.id, max.id] }),
    ]).toEqual([[ana.id, max.id], [ana.id, ugo.id, max.id], 'side_has_no_signer', 'unknown_signer', 'unknown_signer'])
  })

  test('[G3] and nobody chooses who commits another side: of each, somebody named acts for it', () => {
    const at = table()
    const leaderless = processAfter([], { members: [{ ...ana, role: 'member' }, ugo, max, mia, fay] })
    const refused = (process: Process, ...named: Member[]) =>
      asks(at, process, max, { ...propose, signers: named.map(({ id }) => id) })
    expect([
      refused(withRules(), max, ugo),
      refused(withRules(), max, ana),
      refused(withRules(), max, ana, ugo),
      refused(withRules(), mia, ana),
      refused(leaderless, max, ugo),
    ]).toEqual(['side_has_no_signer', null, null, 'side_has_no_signer', null])
  })

  test('[G3] not twice, unless others are to sign it', () => {
    const at = table()
    const once = play(at, [[fay, propose]])
    expect(asks(at, once, ana, propose)).toBe('already_proposed')
    expect(asks(at, once, ana, { ...propose, signers: [ana.id, ugo.id, max.id] })).toBeNull()
    expect(asks(at, play(at, agreed), ana, propose)).toBe('already_agreed')
  })
})

test('[G2] each proposal is the next version, and a signature stays with the one it was given to', () => {
  const at = table()
  const first = play(at, agreed)
  at.write('Three floating teachers.')
  const { agreement } = play(
    at,
    [
      [ana, propose],
      [max, sign(2)],
    ],
    first,
  )
  expect(
    agreement.map(({ version, signatures, agreedAt }) => [version, [...signatures.keys()], agreedAt !== null]),
  ).toEqual([
    [1, [ana.id, max.id], true],
    [2, [max.id], false],
  ])
  expect(agreement[0]?.signatures.get(ana.id)).toEqual({
    ...{ member: ana.id, side: UNION, role: 'co-chair', acts: true },
    ...{ capacity: 'President, Local 59', at: '2026-09-01T10:00:00.000Z' },
  })
})

test('[G4] refused are those who were not named, a stale version, an edited text, a second signature, no rules', () => {
  const at = table()
  const proposed = play(at, [[fay, propose]])
  const lawless = play(at, [[fay, propose]], processAfter())
  const again = play(at, [[fay, { ...propose, signers: [ana.id, ugo.id, max.id] }]], proposed)
  const moved = { ...ana, side: MANAGEMENT }
  expect([
    asks(at, withRules(), ana, sign()),
    ...[fay, ugo, mia, gus, obi, moved].map(who => asks(at, proposed, who, sign())),
    asks(at, lawless, ana, sign()),
    asks(at, again, max, sign(1)),
    asks(at, proposed, ana, sign(2)),
    asks(at, play(at, [[ana, sign()]], proposed), ana, sign()),
    asks(at, proposed, ana, sign()),
  ]).toEqual([
    'nothing_proposed',
    ...['not_a_signer', 'not_a_signer', 'not_a_signer', 'not_a_signer', 'read_only', 'not_a_signer'],
    'rules_not_in_force',
    'stale_version',
    'stale_version',
    'already_signed',
    null,
  ])
  at.write(`${ARTICLE} And no more.`)
  expect(asks(at, proposed, ana, sign())).toBe('stale_version')
  at.write(ARTICLE)
  expect(asks(at, proposed, ana, sign())).toBeNull()
})

test('[G5] a signature is taken back until all have signed', () => {
  const at = table()
  const half = play(at, agreed.slice(0, 2))
  expect([
    asks(at, withRules(), ana, withdraw()),
    asks(at, half, max, withdraw()),
    asks(at, half, ana, withdraw(2)),
    asks(at, play(at, agreed), ana, withdraw()),
  ]).toEqual(['nothing_proposed', 'not_signed', 'stale_version', 'already_agreed'])
  const { agreement } = play(
    at,
    [
      [ana, withdraw()],
      [max, sign()],
    ],
    half,
  )
  expect([[...(agreement[0]?.signatures.keys() ?? [])], agreement[0]?.agreedAt]).toEqual([[max.id], null])
})

describe('[G12] a version is agreed once somebody of each deciding side has signed who acted for it', () => {
  const seated = (process: Process, who: Member): Process => {
    const stamp = { seq: process.seq + 1, at: '2026-09-01T10:00:00.000Z', by: fay.id, side: null }
    return applyMove(process, { type: 'member.changed', member: who, ...stamp })
  }
  const told = (at: Table, process: Process) => {
    const head = { joint: 0, minutes: 0, chain: '' }
    return report({ process, board: at.board(), minutes: [], head })
  }

  test('[G12] whoever signed for it and left later has signed', () => {
    const at = table()
    const left = seated(play(at, agreed.slice(0, 2)), { ...ana, left: true })
    const { agreement } = told(at, play(at, [[max, sign()]], left))
    expect([agreement.state, agreement.sidesUnsigned, agreement.signatures.map(({ acts }) => acts)]).toEqual([
      ...['agreed', [], [true, true]],
    ])
  })

  test('[G12] whoever had lost their part before signing commits nobody, and the report says so', () => {
    const at = table()
    const demoted: Member = { ...ana, role: 'member' }
    const una = member('Una', { side: UNION, role: 'co-chair' })
    const before = seated(seated(play(at, [[fay, propose]]), una), demoted)
    const all = play(
      at,
      [
        [demoted, sign()],
        [max, sign()],
      ],
      before,
    )
    const unbound = told(at, all)
    expect([unbound.agreement.state, unbound.agreement.sidesUnsigned]).toEqual(['proposed', [UNION]])
    expect(printReport(unbound, { format: 'md', language: 'en' })).toContain('when they signed: Union.')
    expect(asks(at, all, fay, propose)).toBeNull()

    const again = play(
      at,
      [
        [ana, withdraw()],
        [ana, sign()],
      ],
      seated(all, ana),
    )
    expect([told(at, again).agreement.state, told(at, again).agreement.sidesUnsigned]).toEqual(['agreed', []])
  })

  test('[G12] what was agreed before that was kept stays agreed', () => {
    const at = table()
    const stamp = { seq: 9, at: '2026-09-01T10:00:00.000Z', by: max.id, side: MANAGEMENT }
    const half = play(at, agreed.slice(0, 2))
    expect(applyMove(half, { ...sign(), ...stamp }).agreement[0]?.agreedAt).toBe(stamp.at)
  })
})

test('[G6] each body’s vote is recorded by itself, of what all have signed, and corrected by a later record', () => {
  const at = table()
  expect(asks(at, play(at, agreed.slice(0, 2)), ana, vote)).toBe('not_agreed')
  const all = play(at, agreed)
  expect([
    ...[fay, ugo, gus, obi].map(who => asks(at, all, who, vote)),
    asks(at, all, max, { ...vote, for: 0, against: 0 }),
  ]).toEqual(['not_co_chair', 'not_co_chair', 'not_co_chair', 'read_only', 'no_votes'])
  const { agreement } = play(
    at,
    [
      [ana, { ...vote, body: 'Membership of Local 59', for: 412, against: 96 }],
      [max, vote],
      [max, { ...vote, for: 6, against: 1 }],
    ],
    all,
  )
  expect(agreement[0]?.ratifications).toMatchObject([
    { body: 'Membership of Local 59', for: 412, against: 96, side: UNION },
    { body: 'School committee', for: 6, against: 1, side: MANAGEMENT },
  ])
})

test('[G6] what one side recorded of a body stands beside what another side recorded of it', () => {
  const at = table()
  const against = { ...vote, for: 0, against: 7 }
  const { agreement } = play(at, [...agreed, [max, vote], [ana, against], [max, { ...vote, for: 6, against: 1 }]])
  expect(agreement[0]?.ratifications).toMatchObject([
    { body: 'School committee', for: 6, against: 1, by: max.id, side: MANAGEMENT },
    { body: 'School committee', for: 0, against: 7, by: ana.id, side: UNION },
  ])
})

test('[G7] the report tells what was signed, and where the table has another text by now', () => {
  const at = table()
  const told = (process: Process) => {
    const head = { joint: 0, minutes: 0, chain: '' }
    return report({ process, board: at.board(), minutes: [], head }).agreement
  }
  expect(told(withRules())).toMatchObject({ note: TENTATIVE, state: 'draft', version: null, text: ARTICLE })
  const half = play(at, agreed.slice(0, 2))
  expect(told(half)).toMatchObject({ state: 'proposed', version: 1, signatures: [{ member: ana.id }], draft: null })
  const all = play(at, agreed)
  at.write('Three floating teachers.')
  const proposed = play(at, [[fay, propose]], all)
  expect(told(proposed)).toMatchObject({
    ...{ state: 'agreed', version: 1, hash: hashOfText(ARTICLE), text: ARTICLE, draft: 'Three floating teachers.' },
    signers: [
      { member: ana.id, side: UNION },
      { member: max.id, side: MANAGEMENT },
    ],
    versions: [{ version: 1 }, { version: 2, signatures: [] }],
  })
})

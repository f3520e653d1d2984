import * as prng from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { actRefusal } from './access.ts'
import { actOfDeed, type Deed, deedsBetween, doAgain } from './again.ts'
import {
  drawFrame,
  linkCards,
  placeCard,
  postCard,
  putAway,
  putInGroup,
  setJointText,
  setSource,
  unlinkCards,
} from './edit.ts'
import type { CardId } from './ids.ts'
import { mergeWords, reshape } from './reshape.ts'
import { copyRich, paragraphs, plainText, type RichNode, readRich } from './richtext.ts'
import { bodyOf, cardOf, cardsOf, jointTextOf } from './schema.ts'
import { emptyBoard, people, post, words } from './testing.ts'
import { swallowedBy, unsentIn } from './unsent.ts'
import { watchBoard } from './view.ts'

const forkOf = (doc: Y.Doc): Y.Doc => {
  const fork = new Y.Doc()
  Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc))
  return fork
}
const author = { by: people.ana.id, side: people.ana.side }
const textOf = (doc: Y.Doc, id: CardId) => plainText(readRich(bodyOf(doc, id) as Y.XmlFragment))
const seenIn = (doc: Y.Doc) => {
  const watch = watchBoard(doc)
  const { cards, links, marks, issue, agreement } = watch.view()
  watch.stop()
  return JSON.parse(JSON.stringify({ cards, links, marks, issue, agreement })) as { cards: { text: string }[] }
}
const names = (deeds: readonly Deed[]) =>
  deeds.map(deed => (deed.did === 'changed' ? deed.act : deed.did === 'made' ? deed.root : deed.place))

test('[D70] what the server has of a copy is not unsent, and the rest is done again with the same outcome', () => {
  const server = emptyBoard()
  const rest = post(server, people.ana, { kind: 'interest', text: 'Rest' })
  const pool = post(server, people.max, { kind: 'option', text: 'A pool' })
  const old = forkOf(server)
  placeCard(old, rest, { x: 7, y: 7 })
  setSource(old, pool, 'Report, p. 3')
  words(old, pool).insert(6, ' for all')
  const sent = post(old, people.ana, { kind: 'option', text: 'Sent in time' })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(old))
  words(old, sent).insert(12, ', and worded on')
  const made = post(old, people.ana, { kind: 'option', text: 'Not sent' })
  putInGroup(old, [made], pool)
  linkCards(old, { from: made, to: rest, kind: 'serves', ...author })
  drawFrame(old, { ...author, pos: { x: 0, y: 0 }, size: { w: 300, h: 200 }, title: 'Frame' })
  setJointText(old, 'issue', 'How might we cover absences?')
  const clean = forkOf(server)
  const { deeds, swallowed } = unsentIn(old, clean)
  expect(names(deeds)).toEqual([sent, 'cards', 'links', 'marks', 'issue'].map(name => name))
  for (const deed of deeds) expect(doAgain(clean, deed, author)).toBe(true)
  expect(seenIn(clean)).toEqual(seenIn(old))
  expect([swallowed, unsentIn(old, clean).swallowed]).toEqual([[], []])
})

test('[D70] stretches under several ids count, also what others had written meanwhile', () => {
  const server = emptyBoard()
  const card = post(server, people.ana, { kind: 'option', text: 'A pool' })
  const first = forkOf(server)
  words(first, card).insert(6, ' by turns')
  const second = forkOf(first)
  words(second, card).insert(0, 'Perhaps: ')
  words(server, card).insert(6, ' for all schools')
  const { deeds } = unsentIn(second, forkOf(server))
  for (const deed of deeds) doAgain(server, deed, author)
  const said = textOf(server, card)
  expect(['Perhaps: ', 'A pool', ' by turns', ' for all schools'].map(part => said.split(part).length - 1)).toEqual([
    1, 1, 1, 1,
  ])
  expect(said).toHaveLength('Perhaps: A pool by turns for all schools'.length)
})

test('[D70] words whose paragraph another made a list of meanwhile are named, once', () => {
  const server = emptyBoard()
  const card = post(server, people.ana, { kind: 'option', text: 'A pool' })
  const old = forkOf(server)
  words(old, card).insert(6, ' by turns')
  const body = bodyOf(server, card) as Y.XmlFragment
  server.transact(() => {
    body.delete(0, 1)
    body.insert(0, copyRich([list('A pool')]))
  })
  const { deeds, swallowed } = unsentIn(old, server)
  expect([deeds, swallowed]).toEqual([[], [{ place: card, text: 'by turns' }]])
})

const list = (...items: string[]): RichNode => ({
  type: 'bulletList',
  attrs: {},
  content: items.map(text => ({ type: 'listItem', attrs: {}, content: [paragraph(text)] })),
})
const paragraph = (text: string): RichNode => ({
  type: 'paragraph',
  attrs: {},
  content: [{ type: 'text', text, marks: {} }],
})

test('[D76] words typed into a paragraph that somebody else takes away are named while they can still be read', () => {
  const mine = emptyBoard()
  const card = post(mine, people.ana, { kind: 'option', text: 'A pool' })
  const theirs = forkOf(mine)
  const known = Y.getState(mine.store, mine.clientID)
  words(mine, card).insert(6, ' by turns')
  const body = bodyOf(theirs, card) as Y.XmlFragment
  theirs.transact(() => {
    body.delete(0, 1)
    body.insert(0, copyRich([list('A pool')]))
  })
  const found: unknown[] = []
  mine.on('afterTransaction', transaction => {
    found.push(...swallowedBy(transaction, { isYoung: clock => clock >= known, placeOf: () => card }))
  })
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs), 'server')
  expect(found).toEqual([{ place: card, text: 'by turns' }])
})

test('[D71] words become others by what is different alone', () => {
  const doc = emptyBoard()
  const card = post(doc, people.max, { kind: 'option', text: 'One pool for all\nBy turns 🎈' })
  const body = bodyOf(doc, card) as Y.XmlFragment
  const before = words(doc, card)
  const to: RichNode[] = [
    { ...paragraph(''), content: [bold('One'), ...run(' shared pool for all schools')] } as RichNode,
    paragraph('Not by turns 🎉'),
    list('Fair'),
  ]
  let letters = 0
  doc.on('afterTransaction', ({ deleteSet }) => {
    for (const deletes of deleteSet.clients.values()) for (const { len } of deletes) letters += len
  })
  doc.transact(() => reshape(body, to))
  expect(readRich(body)).toEqual(to)
  expect(words(doc, card)).toBe(before)
  expect(letters).toBeLessThan(12)
  expect(JSON.stringify(readRich(body))).not.toContain('\ufffd')
})
const bold = (text: string): RichNode => ({ type: 'text', text, marks: { bold: {} } })
const run = (text: string): RichNode[] => [{ type: 'text', text, marks: {} }]

test('[D71] any words become any others', () => {
  const seed = prng.uint32(prng.create(Date.now()), 0, 2 ** 31)
  const random = prng.create(seed)
  const pick = (): RichNode[] =>
    Array.from({ length: prng.int32(random, 0, 4) }, () => {
      const text = Array.from({ length: prng.int32(random, 1, 4) }, () =>
        prng.oneOf(random, ['pool', 'rest', 'é', '🎈', 'turns']),
      ).join(' ')
      return prng.bool(random)
        ? paragraph(text)
        : prng.bool(random)
          ? list(text, 'x')
          : { ...paragraph(''), content: [bold(text), ...run('!')] }
    })
  for (let i = 0; i < 300; i++) {
    const doc = new Y.Doc()
    const body = doc.getXmlFragment('words')
    body.insert(0, copyRich(pick()))
    const to = pick()
    reshape(body, to)
    expect(readRich(body), `seed ${seed}, ${i}`).toEqual(to)
  }
})

test('[D72] what two changed in the same words is merged, and what is taken away with its paragraph is not', () => {
  const from = [paragraph('A pool'), paragraph('By turns')]
  const to = [paragraph('A shared pool'), paragraph('By turns')]
  expect(mergeWords({ from, to, now: [paragraph('A pool'), paragraph('By turns, fairly')] })).toEqual([
    paragraph('A shared pool'),
    paragraph('By turns, fairly'),
  ])
  expect(mergeWords({ from, to, now: [list('A pool'), paragraph('By turns')] })).toEqual([
    list('A pool'),
    paragraph('By turns'),
  ])
})

test('[D73] a deed names what was done, by the act that it is', () => {
  const before = emptyBoard()
  const rest = post(before, people.ana, { kind: 'interest', text: 'Rest' })
  const pool = post(before, people.ana, { kind: 'option', text: 'A pool' })
  const link = linkCards(before, { from: pool, to: rest, kind: 'serves', ...author })
  const after = forkOf(before)
  expect(deedsBetween(before, after)).toEqual([])
  placeCard(after, rest, { x: 1, y: 2 })
  putAway(after, rest)
  setSource(after, pool, 'Report')
  unlinkCards(after, link)
  expect(names(deedsBetween(before, after)).sort()).toEqual([
    'place card',
    'put away card',
    'set card',
    'take away link',
  ])
})

test('[D74] a deed is judged by the table as things are now, and is none without what it was done to', () => {
  const before = emptyBoard()
  const pool = post(before, people.max, { kind: 'option', text: 'A pool' })
  const after = forkOf(before)
  placeCard(after, pool, { x: 1, y: 2 })
  const made = post(after, people.ana, { kind: 'option', text: 'Another' })
  linkCards(after, { from: pool, to: made, kind: 'relates', ...author })
  const deeds = deedsBetween(before, after)
  const judged = deeds.map(deed => {
    const act = actOfDeed(before, deed)
    return act === null ? 'nowhere' : actRefusal(people.ana, act, { locked: true, only: 'criteria' })
  })
  expect(judged).toEqual(['layout_locked', 'stage_only', 'nowhere'])
})

test('[D75] what was done already is not done twice, and what was put away stays so', () => {
  const before = emptyBoard()
  const after = forkOf(before)
  const made = post(after, people.ana, { kind: 'option', text: 'Another' })
  const away = post(after, people.ana, { kind: 'option', text: 'Taken back' })
  putAway(after, away)
  const deeds = deedsBetween(before, after)
  for (const deed of [...deeds, ...deeds]) expect(doAgain(before, deed, author)).toBe(true)
  expect([...cardsOf(before).keys()].sort()).toEqual([made, away].sort())
  expect([cardOf(before, made)?.has('gone'), cardOf(before, away)?.get('gone')]).toEqual([false, true])
  const reword: Deed = {
    did: 'worded',
    place: made,
    from: run('x'),
    to: readRich(bodyOf(before, made) as Y.XmlFragment),
  }
  doAgain(before, reword, author)
  expect(textOf(before, made)).toBe('Another')
})

test('[D75] whatever of a copy was accepted, everything typed is on the board or named as refused, exactly once', () => {
  const begin = prng.uint32(prng.create(Date.now()), 0, 2 ** 30)
  let [again, swallowedLetters] = [0, 0]
  for (let seed = begin; seed < begin + 150; seed++) {
    const run = play(seed)
    expect(run.faults, `seed ${seed}`).toEqual([])
    again += run.again
    swallowedLetters += run.swallowed
  }
  expect(Math.min(again, swallowedLetters)).toBeGreaterThan(100)
})

/** Every keystroke is a letter of its own, so that one can tell what became of it. */
const play = (seed: number) => {
  const random = prng.create(seed)
  const server = emptyBoard(1)
  const shared = ['A pool', 'By turns', 'Rest'].map(text => post(server, people.max, { kind: 'option', text }))
  let mine = forkOf(server)
  const theirs = forkOf(server)
  const sent: Uint8Array[] = []
  const listen = (doc: Y.Doc) => doc.on('update', update => sent.push(update))
  listen(mine)
  const typed: string[] = []
  const cards = () => [...cardsOf(mine).keys()] as CardId[]
  const typeIn = (id: CardId) => {
    const letter = String.fromCharCode(0x4e00 + typed.length)
    const texts = lettersIn(bodyOf(mine, id) as Y.XmlFragment)
    const text = texts[prng.int32(random, 0, Math.max(0, texts.length - 1))]
    if (text === undefined) return
    typed.push(letter)
    text.insert(prng.int32(random, 0, text.length), letter)
  }
  for (let step = 0; step < 40; step++) {
    const act = prng.int32(random, 0, 11)
    if (act < 7) typeIn(prng.oneOf(random, cards()))
    else if (act === 7) {
      const letter = String.fromCharCode(0x4e00 + typed.length)
      typed.push(letter)
      postCard(mine, { ...author, kind: 'option', text: letter })
    } else if (act === 8) placeCard(mine, prng.oneOf(random, cards()), { x: step, y: 0 })
    else if (act === 9) {
      // The page ends, and another goes on with what was kept.
      mine = forkOf(mine)
      listen(mine)
    } else {
      const body = bodyOf(theirs, prng.oneOf(random, shared)) as Y.XmlFragment
      const said = plainText(readRich(body))
      theirs.transact(() => {
        body.delete(0, body.length)
        body.insert(0, prng.bool(random) ? copyRich([list(said)]) : paragraphs(`${said} +`))
      })
    }
  }
  // The server took a part of it, in order, and what others did; then it refused.
  for (const update of sent.slice(0, prng.int32(random, 0, sent.length))) Y.applyUpdate(server, update)
  Y.applyUpdate(server, Y.encodeStateAsUpdate(theirs))
  const lettersOn = (doc: Y.Doc) =>
    seenIn(doc)
      .cards.map(({ text }) => text)
      .join('')
  const before = lettersOn(server)
  const { deeds, swallowed } = unsentIn(mine, server)
  const refused = deeds.filter(() => prng.int32(random, 0, 3) === 0)
  const clean = forkOf(server)
  for (const deed of deeds) if (!refused.includes(deed)) doAgain(clean, deed, author)
  const onBoard = lettersOn(clean)
  const inTray = [...swallowed.map(({ text }) => text), ...refused.flatMap(deed => newLetters(deed, typed))].join('')
  const count = (text: string, letter: string) => text.split(letter).length - 1
  // A letter that another had read before deleting its paragraph is gone by their will.
  const faults = typed.flatMap(letter => {
    const counts = count(onBoard, letter) + count(inTray, letter)
    const wasSent = sentLetters(server, mine, letter)
    return counts === 1 || (counts === 0 && wasSent) ? [] : [`${letter} is there ${counts} times`]
  })
  return {
    faults,
    again: typed.filter(letter => onBoard.includes(letter) && !before.includes(letter)).length,
    swallowed: swallowed.reduce((sum, { text }) => sum + text.length, 0),
  }
}

const lettersIn = (holder: Y.XmlFragment): Y.XmlText[] =>
  holder
    .toArray()
    .flatMap(child => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? lettersIn(child) : []))

/** What a deed that was refused would have brought. */
const newLetters = (deed: Deed, typed: readonly string[]): string[] => {
  if (deed.did === 'changed') return []
  const [from, to] =
    deed.did === 'worded' ? [plainText(deed.from), plainText(deed.to)] : ['', plainText(deed.body ?? [])]
  return typed.filter(letter => to.includes(letter) && !from.includes(letter))
}

/** Whether the server knew the letter: whatever became of it then became of it on the board. */
const sentLetters = (server: Y.Doc, mine: Y.Doc, letter: string): boolean => {
  const known = Y.decodeStateVector(Y.encodeStateVector(server))
  for (const [client, structs] of mine.store.clients)
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
        const at = struct.content.str.indexOf(letter)
        if (at >= 0) return struct.id.clock + at < (known.get(client) ?? 0)
      }
  return false
}

test('[D70] a joint text is unsent work like any other', () => {
  const server = emptyBoard()
  setJointText(server, 'issue', 'How might we cover absences?')
  const old = forkOf(server)
  const text = lettersIn(jointTextOf(old, 'issue'))[0] as Y.XmlText
  text.insert(0, 'Together: ')
  const { deeds } = unsentIn(old, server)
  expect(names(deeds)).toEqual(['issue'])
})

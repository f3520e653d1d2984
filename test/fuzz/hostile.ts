import { OPEN_FIELDS } from '@jointly/board'
import { BORN_WITH } from '@jointly/board/testing'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import {
  type Attack,
  allItems,
  anything,
  at,
  badValue,
  card,
  clockOf,
  oneOf,
  over,
  rangeOf,
  sent,
  someItem,
  strangeTypes,
  victim,
} from './attack.ts'
import { binary, deleted, embed, forge, type RawStruct, subdocument, text, type, unforge, value } from './forge.ts'
import { flipBits, mutate } from './mutate.ts'
import { anyOf } from './seeds.ts'

/** Each makes one update, or null where the board gives nothing to attack. */
export const HOSTILE = {
  'writes as another': a =>
    forge({ blocks: [{ client: a.theirs, clock: clockOf(a, a.theirs), structs: [anything(a)] }], deletes: [] }),
  'passes its own words off as those of another': a => {
    const { blocks, deletes } = unforge(a.honest)
    return forge({
      blocks: blocks.map(block => ({ ...block, client: a.theirs, clock: clockOf(a, a.theirs) })),
      deletes,
    })
  },
  'leaves a gap': a => sent(a, { structs: [anything(a)], skipped: prng.int32(a.random, 1, 9) }),
  'leaves a skip': a => sent(a, { structs: [{ skip: prng.int32(a.random, 1, 9) }, anything(a)] }),
  'deletes what nobody has written': a =>
    sent(a, { structs: [], deletes: [{ client: a.theirs, clock: clockOf(a, a.theirs), len: 3 }] }),
  'posts under another name': a => sent(a, { structs: card(a, { by: value('obi') }) }),
  'posts for another side': a =>
    sent(a, { structs: card(a, { side: value(a.who.side === 'union' ? 'management' : 'union') }) }),
  'posts half a card': a => sent(a, { structs: card(a, { [oneOf(a, [...BORN_WITH])]: null }) }),
  'posts a card with a stranger field': a =>
    sent(a, { structs: card(a, { [oneOf(a, ['secret', 'constructor', '__proto__'])]: value(1) }) }),
  'posts a card of bad values': a =>
    sent(a, {
      structs: card(a, {
        [oneOf(a, ['kind', 'pos', 'order', 'gone', 'in', 'size', 'spokenBy', 'about', 'passage'])]: badValue(a),
      }),
    }),
  'posts with two authors': a => {
    const own = card(a, {})
    const place = oneOf(a, ['by', 'side', 'kind'])
    const other = { parent: at(a, 0), key: place, content: value('union') }
    return sent(a, {
      structs: oneOf(a, [
        [own[0] as RawStruct, other, ...own.slice(1)],
        [...own, other],
      ]),
    })
  },
  'posts and takes a field back': a => {
    const first = clockOf(a, a.mine)
    const structs = card(a, {})
    return sent(a, {
      structs,
      deletes: [{ client: a.mine, clock: first + prng.int32(a.random, 0, structs.length - 1), len: 1 }],
    })
  },
  'posts what is no card': a => sent(a, { structs: card(a, {}, { holder: oneOf(a, strangeTypes()) }) }),
  'posts a body that is no fragment': a => sent(a, { structs: card(a, { body: oneOf(a, strangeTypes().map(type)) }) }),
  'posts under an id that is none': a =>
    sent(a, { structs: card(a, {}, { id: oneOf(a, ['', 'no id', '__proto__', 'x'.repeat(99), 'a/b']) }) }),
  'posts in the place of a card': a => sent(a, { structs: card(a, {}, { id: victim(a).id }) }),
  'overwrites what is fixed': a =>
    sent(a, {
      structs: [
        over(
          a,
          oneOf(a, ['kind', 'by', 'side', 'body', 'basis', 'spokenBy', 'about', 'passage']),
          oneOf(a, [value('ana'), value('issue'), value(null), text('x'), type(new Y.XmlFragment())]),
        ),
      ],
    }),
  'overwrites a card': a => {
    const { item, id } = victim(a)
    const content = oneOf(a, [value(1), text(''), type(new Y.Map()), deleted(1)])
    return sent(a, {
      structs: [
        oneOf(a, [
          { origin: item.lastId, content },
          { parent: oneOf(a, ['cards', 'links']), key: id, content },
        ]),
      ],
    })
  },
  'overwrites with nothing': a =>
    sent(a, { structs: [over(a, oneOf(a, ['by', 'body', 'pos']), oneOf(a, [text(''), deleted(0), value()]))] }),
  'puts nothing in the place of a card': a =>
    sent(a, { structs: [{ origin: victim(a).item.lastId, content: oneOf(a, [text(''), deleted(0), value()]) }] }),
  'deletes a card': a => sent(a, { structs: [], deletes: [rangeOf(victim(a).item)] }),
  'deletes a field': a => {
    const fields = [...(victim(a).map?._map.values() ?? [])]
    const field = anyOf(a.random, fields)
    return field === undefined ? null : sent(a, { structs: [], deletes: [rangeOf(field)] })
  },
  'writes to an unknown root': a => {
    const parent = oneOf(a, ['secrets', 'moves', 'constructor', '__proto__', 'toString', ''])
    return oneOf(a, [
      () => sent(a, { structs: card(a, {}, { root: parent }) }),
      () => sent(a, { structs: [{ parent, key: oneOf(a, [undefined, 'x']), content: value(1) }] }),
    ])()
  },
  'lists something in a map': a =>
    sent(a, {
      structs: [
        {
          parent: oneOf(a, ['cards', 'links', 'marks', 'meta', victim(a).item.id]),
          content: oneOf(a, [value(1), text('x'), type(new Y.Map())]),
        },
      ],
    }),
  'writes to meta': a => {
    const schema = a.doc.getMap('meta')._map.get('schema')
    return sent(a, {
      structs: [
        oneOf(a, [
          { parent: 'meta', key: 'schema', content: value(99) },
          { origin: schema?.lastId, content: value(99) },
        ]),
      ],
    })
  },
  'keys something on a joint text': a =>
    sent(a, {
      structs: [
        {
          parent: oneOf(a, ['issue', 'agreement']),
          key: oneOf(a, ['x', 'schema']),
          content: oneOf(a, [value(1), type(new Y.Map())]),
        },
      ],
    }),
  'nests in a plain field': a =>
    sent(a, {
      structs: [
        over(
          a,
          oneOf(a, [...OPEN_FIELDS]),
          oneOf(a, [
            type(new Y.Map()),
            type(new Y.XmlFragment()),
            embed({}),
            binary(new Uint8Array(2)),
            subdocument(),
            text('abc'),
          ]),
        ),
      ],
    }),
  'writes a bad value': a => sent(a, { structs: [over(a, oneOf(a, [...OPEN_FIELDS, 'links']), badValue(a))] }),
  'empties a field that must be': a => {
    const pos = victim(a).map?._map.get(oneOf(a, ['pos', 'order']))
    if (pos === undefined) return null
    const behind = { parent: victim(a).item.id, key: pos.parentSub ?? 'pos', content: value({ x: 1, y: 1 }) }
    return sent(a, { structs: oneOf<RawStruct[]>(a, [[], [behind]]), deletes: [rangeOf(pos)] })
  },
  'goes round in origins': a => {
    const clock = clockOf(a, a.mine)
    const id = (ahead: number) => ({ client: a.mine, clock: clock + ahead })
    return sent(a, {
      structs: oneOf<RawStruct[]>(a, [
        [{ origin: id(0), content: text('x') }],
        [
          { origin: id(1), content: text('x') },
          { origin: id(0), content: text('y') },
        ],
        [
          { rightOrigin: id(2), content: text('x') },
          { parent: 'issue', content: type(new Y.XmlText()) },
        ],
        [{ origin: id(50), content: text('x') }],
      ]),
    })
  },
  'goes round in origins under two ids': a => {
    const other = prng.uint32(a.random, 1, 0xffffffff)
    const mine = { client: a.mine, clock: clockOf(a, a.mine) }
    return forge({
      blocks: [
        { ...mine, structs: [{ origin: { client: other, clock: 0 }, content: text('x') }] },
        { client: other, clock: 0, structs: [{ origin: mine, content: text('y') }] },
      ],
      deletes: [],
    })
  },
  'goes round in parents': a =>
    sent(a, {
      structs: [
        { parent: at(a, prng.int32(a.random, 0, 3)), key: oneOf(a, [undefined, 'k']), content: type(new Y.Map()) },
        { parent: at(a, prng.int32(a.random, 0, 3)), content: type(new Y.XmlElement('p')) },
        { parent: at(a, 0), key: 'by', content: value('x') },
      ],
    }),
  'names a parent that is none': a =>
    sent(a, {
      structs: [
        {
          parent: someItem(a).id,
          key: oneOf(a, [undefined, 'by', 'x']),
          content: oneOf(a, [text('x'), value(1), type(new Y.XmlText())]),
        },
      ],
    }),
  'stands between two that are no neighbours': a =>
    sent(a, {
      structs: [
        {
          origin: someItem(a).lastId,
          rightOrigin: someItem(a).id,
          content: oneOf(a, [text('x'), value(1), type(new Y.XmlElement('p'))]),
        },
      ],
    }),
  'crosses its origins': a => {
    const left = someItem(a)
    const later = oneOf(
      a,
      allItems(a).filter(({ parent, parentSub }) => parent === left.parent && parentSub === left.parentSub),
    )
    const content = oneOf(a, [text('x'), type(new Y.XmlElement('paragraph'))])
    return sent(a, { structs: [{ origin: later.lastId, rightOrigin: left.id, content }] })
  },
  'says one thing twice under one id': a => {
    const clock = clockOf(a, a.mine)
    const good = { client: a.mine, clock, structs: card(a, {}) }
    const bad = { client: a.mine, clock, structs: card(a, { by: value('obi') }) }
    return forge({
      blocks: oneOf(a, [
        [good, bad],
        [bad, good],
        [good, good, bad],
      ]),
      deletes: [],
    })
  },
  'says again, and otherwise, what is known': a => {
    const clock = clockOf(a, a.mine)
    const back = Math.min(clock, prng.int32(a.random, 1, 12))
    const structs = [
      {
        content: text('x'.repeat(back + 2)),
        ...oneOf<Partial<RawStruct>>(a, [
          { parent: 'issue' },
          { origin: someItem(a).lastId },
          { parent: victim(a).item.id, key: 'source' },
          { parent: 'cards', key: 'zzz' },
        ]),
      },
    ]
    return forge({ blocks: [{ client: a.mine, clock: clock - back, structs: structs as RawStruct[] }], deletes: [] })
  },
  'counts too far': a =>
    sent(a, {
      structs: [
        { parent: 'issue', content: deleted(oneOf(a, [2 ** 31, 2 ** 53 - 1])) },
        { gc: 2 ** 53 - 1 },
        { gc: 1000 },
      ],
    }),
  'writes under an id that no client has': a => {
    const client = oneOf(a, [2 ** 53 - 1, 2 ** 52, 0])
    return forge({
      blocks: [{ client, clock: clockOf(a, client), structs: card({ ...a, mine: client }, {}) }],
      deletes: [],
    })
  },
  'nests too deep': a => {
    const clock = clockOf(a, a.mine)
    const levels = Array.from(
      { length: oneOf(a, [150, 6000]) },
      (_, i): RawStruct => ({
        parent: i === 0 ? 'issue' : { client: a.mine, clock: clock + i - 1 },
        content: type(new Y.XmlElement('p')),
      }),
    )
    return sent(a, { structs: levels })
  },
  'writes its letters from last to first': a => {
    const clock = clockOf(a, a.mine)
    const letters = Array.from(
      { length: 5_000 },
      (_, i): RawStruct => ({ rightOrigin: { client: a.mine, clock: clock + i }, content: text('x') }),
    )
    return sent(a, { structs: [{ parent: 'issue', content: type(new Y.XmlText()) }, ...letters] })
  },
  'changes a piece of an honest update': a => forge(mutate(a, unforge(a.honest))),
  'flips bits of an honest update': flipBits,
} satisfies Readonly<Record<string, (attack: Attack) => Uint8Array | null>>

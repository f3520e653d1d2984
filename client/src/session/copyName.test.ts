import { BoardId, MemberId, SideId } from '@jointly/board'
import { expect, test } from 'vitest'
import { copyName, parseCopyName } from './copyName.ts'

const member = MemberId.parse('mia')
const board = BoardId.parse('b-1')
const epoch = '0123456789abcdef'

test('a copy is named after its member, its document and its epoch, and nothing else reads as one', () => {
  const names = (['joint', 'minutes'] as const).map(kind => ({ member, document: { kind, board }, epoch }))
  expect(names.map(copyName)).toEqual([`mia:joint:b-1:${epoch}`, `mia:minutes:b-1:${epoch}`])
  expect(names.map(name => parseCopyName(copyName(name)))).toEqual(names)
  const others = [
    '',
    'workbox',
    'mia:joint:b-1',
    `mia:joint:b-1:${epoch}:x`,
    `:joint:b-1:${epoch}`,
    'mia:joint:b-1:new',
  ]
  expect(others.map(parseCopyName)).toEqual(others.map(() => null))
})

test('a caucus or a draft has no name to be kept under', () => {
  const caucus = { kind: 'caucus', board, side: SideId.parse('union') } as const
  const draft = { kind: 'draft', board, member } as const
  const secret = [
    // @ts-expect-error a caucus is not kept
    copyName({ member, document: caucus, epoch }),
    // @ts-expect-error nor is a draft
    copyName({ member, document: draft, epoch }),
  ]
  expect(secret.map(parseCopyName)).toEqual([null, null])
})

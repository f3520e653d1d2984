import { type Member, STAGES, type StageKind } from '@jointly/board'
import { people, post } from '@jointly/board/testing'
import type { CopyRefusal } from '@jointly/protocol'
import * as prng from 'lib0/prng'
import { Desk, Page } from './desk.ts'
import { chance } from './seeds.ts'

type Refused = {
  readonly step: number
  readonly who: string
  readonly refused: CopyRefusal
  readonly update: string
}

export type Session = {
  readonly desk: Desk
  readonly pages: readonly Page[]
  /** Updates that were offered to the gate. */
  readonly offered: number
  readonly refused: readonly Refused[]
}

const STAGE_KINDS = Object.keys(STAGES) as StageKind[]
const WRITERS: readonly Member[] = [people.ana, people.ugo, people.max, people.mia, people.fay]

/**
 * People at one board who see each other late, go offline and come back with everything in one update, and load their
 * page again over an offline copy. Nobody does what their screen would not offer: the layout may be locked, and a stage
 * opened with `only`.
 */
export const playSession = (seed: number, steps: number, { stock = false } = {}): Session => {
  const random = prng.create(seed)
  const desk = new Desk(prng.uint32(random, 1, 0xffffffff))
  const now = { locked: prng.bool(random), only: chance(random, 3) ? prng.oneOf(random, STAGE_KINDS) : null }
  const seated = [...WRITERS.slice(0, prng.int32(random, 2, WRITERS.length)), people.obi]
  const pages = seated.map(who => new Page(who, random, { now, stock }))
  const refused: Refused[] = []
  let offered = 0

  const send = (page: Page, step: number) => {
    for (const update of page.takeUnsent(desk)) {
      offered++
      const taken = desk.accept(update, page.who)
      if ('refused' in taken)
        refused.push({ step, who: page.who.name, ...taken, update: Buffer.from(update).toString('base64') })
      // What the document cleaned up by itself goes to the writer as well.
      else for (const other of pages) other.tell(other === page ? taken.rows.slice(1) : taken.rows)
    }
  }
  const step = (number: number) => {
    const at = prng.int32(random, 0, pages.length - 1)
    const page = pages[at] as Page // within its length
    page.act()
    if (chance(random, 40)) pages[at] = page.successor()
    else if (chance(random, 25)) page.goOffline()
    else if (!chance(random, 3)) send(page, number)
    if (chance(random, 3)) page.hear()
  }
  for (const { doc, who } of pages.slice(0, -1)) post(doc, who, { kind: 'option', text: who.name })
  for (const page of pages) send(page, 0)
  desk.now = now
  for (let number = 0; number < steps && refused.length === 0; number++) step(number)
  // Whoever hears of formatting cleans it up, and that is an update again.
  while (refused.length === 0 && !pages.every(({ quiet }) => quiet))
    for (const page of pages) {
      send(page, steps)
      page.hear()
    }
  return { desk, pages, offered, refused }
}

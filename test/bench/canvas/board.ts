import { type BoardId, type CardId, EDIT, linkCards, postCard } from '@jointly/board'
import { openScreen, type Person, synced, type World } from '../../world.ts'

export type Load = { readonly cards: number; readonly words: number; readonly links: number }
/** A year of a large table's work. */
export const LARGE: Load = { cards: 2_000, words: 30, links: 1_000 }

const WORDS =
  'teachers cover absent class share evenly early notice prepare week lesson trust cost budget year carry pilot ten schools first joint committee interview retain need families learn plan work day fair'.split(
    ' ',
  )
const COLUMNS = 50
const PITCH = { x: 304, y: 250 }
const IN_ONE_GO = 50

const text = (i: number, words: number) =>
  Array.from({ length: words }, (_, w) => WORDS[(i * 7 + w * (1 + (i % 5))) % WORDS.length]).join(' ')

/** Lays a large board: interests and options in a wide grid, each option linked to interests near it. */
export const layLarge = async (
  world: Pick<World, 'url'>,
  people: readonly Person[],
  board: BoardId,
  load: Load,
): Promise<void> => {
  const ids: CardId[] = []
  const lay = async (person: Person, nth: number) => {
    const screen = openScreen(world, person, `joint:${board}`)
    await synced(screen)
    const author = { by: person.member.id, side: person.member.side }
    const mine = Math.floor(load.cards / people.length)
    for (let start = 0; start < mine; start += IN_ONE_GO) {
      for (let k = start; k < Math.min(mine, start + IN_ONE_GO); k++) {
        const i = k * people.length + nth
        const pos = { x: (i % COLUMNS) * PITCH.x, y: Math.floor(i / COLUMNS) * PITCH.y }
        ids[i] = postCard(screen.doc, {
          ...author,
          kind: i % 2 === 0 ? 'interest' : 'option',
          text: text(i, load.words),
          pos,
        })
      }
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    if (nth === people.length - 1)
      screen.doc.transact(() => {
        for (let l = 0; l < load.links; l++) {
          const from = ids[(2 * l + 1) % load.cards]
          const to = ids[(2 * l + 2 + 2 * (l % 4)) % load.cards]
          if (from !== undefined && to !== undefined) linkCards(screen.doc, { from, to, kind: 'serves', ...author })
        }
      }, EDIT)
    await landed(screen)
    screen.close()
  }
  const last = people.length - 1
  await Promise.all(people.slice(0, last).map(lay))
  // The last one connects what all have laid.
  const linker = people[last]
  if (linker !== undefined) await lay(linker, last)
}

/** Until the server has all of it: it answers a new screen with the same number of cards. */
const landed = (screen: ReturnType<typeof openScreen>): Promise<void> =>
  new Promise(resolve => {
    const { ws } = screen.provider
    const look = () => (ws === null || ws.bufferedAmount === 0 ? setTimeout(resolve, 500) : setTimeout(look, 20))
    look()
  })

import { type BoardId, type MoveRequest, type Rules, SideId, StepId } from '@jointly/board'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { call, move, type Person, startTeam } from '../world.ts'
import { type House, PHONE, type Seat, sitAs } from './seats.ts'

export const UNION = SideId.parse('union')
export const MANAGEMENT = SideId.parse('management')

/** The Minneapolis case on the table, at the weighing, under these rules; Ugo sits at a phone. */
export const seatMinneapolis = async (house: House, rules: Rules) => {
  const team = await startTeam(house.world(), 'Minneapolis')
  const ana = await team.seat('Ana', 'co-chair', UNION)
  const max = await team.seat('Max', 'co-chair', MANAGEMENT)
  const people: Readonly<Record<string, Person>> = {
    Fay: team.fay,
    Ana: ana,
    Max: max,
    Ugo: await team.seat('Ugo', 'member', UNION, ana),
    Mia: await team.seat('Mia', 'member', MANAGEMENT, max),
  }
  const made = await call(house.url, 'createBoard', {
    token: team.fay.token,
    params: { id: team.team.id },
    body: { title: 'Teacher placement', case: 'minneapolis-placement', template: 'full' },
  })
  const board: BoardId = made.board.id
  const take = async (who: string, request: MoveRequest) => {
    const { status, body } = await move(house.world(), people[who] as Person, board, request)
    if (status !== 201) throw new Error(JSON.stringify(body))
  }
  await take('Fay', { type: 'rules.propose', rules })
  await take('Ana', { type: 'rules.accept', version: 1 })
  await take('Max', { type: 'rules.accept', version: 1 })
  await take('Fay', { type: 'stage.open', stage: StepId.parse('weighing') })

  const sitDown = async (name: string, options: BrowserContextOptions): Promise<Seat> => {
    const seat = await sitAs(house, people[name] as Person, { board, ...options })
    await weighingStands(seat.page)
    return seat
  }
  const seats: Record<string, Seat> = {}
  for (const name of Object.keys(people)) seats[name] = await sitDown(name, name === 'Ugo' ? PHONE : {})
  return {
    /** For what is done beside the pages. */
    team: team.team.id,
    board,
    person: (name: string): Person => people[name] as Person,
    seats: Object.values(seats),
    pageOf: (name: string): Page => (seats[name] as Seat).page,
    take,
    report: async () => await call(house.url, 'report', { token: team.fay.token, params: { id: board } }),
  }
}

/** One lands on the step that is open for everybody. */
const weighingStands = (page: Page) => page.getByRole('heading', { name: 'How do the options stand' }).waitFor()

export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let i = 0; i < 160; i++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not come there')
}
/** Presses a button as a keyboard does. */
export const enter = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

import { createHash } from 'node:crypto'
import { type BoardId, type MoveRequest, NO_RULES, type Report, SideId, StepId, setJointText } from '@jointly/board'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { call, move, openScreen, type Person, startTeam, synced } from '../world.ts'
import { main } from './board.ts'
import { expectNoComplaints, type House, openHouse, PHONE, refusedWith, type Seat, sitAs } from './seats.ts'

/** From the straw design to the signatures: people of two sides, one of them on a phone. */

const UNION = SideId.parse('union')
const MANAGEMENT = SideId.parse('management')

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
/** The one they sit at now: each journey has its own. */
let board: BoardId
const people: Record<string, Person> = {}
const seats: Record<string, Seat> = {}
const pageOf = (name: string): Page => (seats[name] as Seat).page

beforeAll(async () => {
  house = await openHouse()
  team = await startTeam(house.world(), 'Minneapolis')
  people.Fay = team.fay
  people.Ana = await team.seat('Ana', 'co-chair', UNION)
  people.Max = await team.seat('Max', 'co-chair', MANAGEMENT)
  people.Ugo = await team.seat('Ugo', 'member', UNION, people.Ana)
  people.Mia = await team.seat('Mia', 'member', MANAGEMENT, people.Max)
})
beforeEach(async () => {
  for (const { context } of Object.values(seats)) await context.close()
  const made = await call(house.url, 'createBoard', {
    token: team.fay.token,
    params: { id: team.team.id },
    body: { title: 'Teacher placement', case: 'minneapolis-placement', template: 'full' },
  })
  board = made.board.id
  await take('Fay', { type: 'rules.propose', rules: { ...NO_RULES, authorship: true } })
  await take('Ana', { type: 'rules.accept', version: 1 })
  await take('Max', { type: 'rules.accept', version: 1 })
  await take('Fay', { type: 'stage.open', stage: StepId.parse('agreement') })
  for (const name of Object.keys(people)) seats[name] = await sitDownAs(name, name === 'Max' ? PHONE : {})
})
afterAll(() => house.close())

const take = async (who: string, request: MoveRequest) => {
  const { status, body } = await move(house.world(), people[who] as Person, board, request)
  if (status !== 201) throw new Error(JSON.stringify(body))
}

const sitDownAs = async (name: string, options: BrowserContextOptions): Promise<Seat> => {
  const seat = await sitAs(house, people[name] as Person, { board, ...options })
  await main(seat.page).getByRole('heading', { name: 'What do we agree' }).waitFor()
  return seat
}

/** Words at the end of the text, typed as people type them. */
const writes = async (name: string, words: string) => {
  const page = pageOf(name)
  await main(page)
    .getByRole('button', { name: /^(Start writing|Edit the text)$/ })
    .click()
  await page.getByRole('textbox', { name: 'Wording of the agreement' }).waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  await page.getByRole('button', { name: 'Done', exact: true }).click()
}
const signing = (name: string) => main(pageOf(name)).getByRole('region', { name: 'Signing' })
const signs = async (name: string, version: number, capacity = '') => {
  const page = pageOf(name)
  await signing(name)
    .getByRole('button', { name: `Read and sign version ${version}` })
    .click()
  const dialog = page.getByRole('dialog', { name: `Sign version ${version}` })
  await dialog.getByText('Two floating teachers').waitFor()
  if (capacity !== '') await dialog.getByRole('textbox', { name: 'As what do you sign?' }).fill(capacity)
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
const proposes = async (name: string, button: string, version: number) => {
  const page = pageOf(name)
  await signing(name).getByRole('button', { name: button }).click()
  await page.getByRole('button', { name: `Propose version ${version}` }).click()
  await signing(name).getByText(`Version ${version} waits for 2 signatures.`).waitFor()
}
const agreementTold = async () =>
  ((await call(house.url, 'report', { token: team.fay.token, params: { id: board } })) as Report).agreement

const testing = (name: string) => main(pageOf(name)).getByRole('region', { name: 'Consensus test' })
const signals = async (name: string, signal: string, { reason = '', wouldMove = '' } = {}) => {
  const own = testing(name).getByRole('region', { name: 'Your signal' })
  await own.getByText(signal, { exact: true }).click()
  if (reason !== '') await own.getByRole('textbox', { name: 'Why?' }).fill(reason)
  if (wouldMove !== '') await own.getByRole('textbox', { name: 'What would have to change for you?' }).fill(wouldMove)
  await own.getByRole('button', { name: 'Hand in' }).click()
  await own.getByText('Your answer is sealed').waitFor()
}
const releases = async (name: string) => {
  await testing(name).getByRole('button', { name: 'Release it' }).click()
  await pageOf(name).getByRole('alertdialog').getByRole('button', { name: 'Release it' }).click()
}
const closes = async (name: string) => {
  await testing(name).getByRole('button', { name: 'Close the round' }).click()
  await pageOf(name).getByRole('button', { name: 'Close it now' }).click()
}
const [UP, SIDEWAYS, DOWN] = [
  'Thumb up: I support it',
  'Thumb sideways: I can live with it and will support it',
  'Thumb down: I cannot live with it',
]

test('[J94] a consensus test is blocked by one side, the text is revised, and the next one passes', async () => {
  await testing('Fay').getByText('Everyone has been heard').waitFor()
  await writes('Ana', 'Two floating teachers cover each absence.')
  for (const name of Object.keys(seats)) await main(pageOf(name)).getByText('Two floating teachers').waitFor()
  await proposes('Fay', 'Propose this text for signing', 1)
  await testing('Ugo').getByText('A facilitator, or a co-chair').waitFor()
  await testing('Fay').getByRole('button', { name: 'Test for consensus' }).click()
  await pageOf('Fay').getByRole('button', { name: 'Open the round' }).click()

  await signals('Ana', UP)
  await signals('Ugo', SIDEWAYS)
  await signals('Max', UP)
  await signals('Mia', DOWN, {
    reason: 'Nobody has counted what it costs.',
    wouldMove: 'One teacher in the first year.',
  })
  // Who comes back finds their own signal, and nobody finds another's.
  await pageOf('Ugo').reload()
  await testing('Ugo').getByText('Your answer is sealed').waitFor()
  expect(await pageOf('Ugo').getByRole('radio', { name: SIDEWAYS }).isChecked()).toBe(true)
  expect(await testing('Ugo').getByText('Nobody has counted').count()).toBe(0)
  await testing('Fay').getByText('2 of 2').first().waitFor()
  await closes('Fay')

  await testing('Max').getByText('blocks it as it is').waitFor()
  await testing('Ana').getByText('supports it', { exact: true }).waitFor()
  expect(await testing('Ana').getByText('Nobody has counted').count()).toBe(0)
  expect(await testing('Mia').getByRole('button', { name: 'Release it' }).count()).toBe(0)
  await releases('Ana')
  await releases('Max')
  for (const name of Object.keys(seats)) await testing(name).getByText('It is blocked by: management').waitFor()
  const management = testing('Ana').getByRole('region', { name: 'Management' })
  await management.getByText('Nobody has counted what it costs.').waitFor()
  await management.getByText('One teacher in the first year.').waitFor()

  await writes('Ana', ' One of them in the first year.')
  await testing('Max').getByText('It has been changed since it was asked about').waitFor()
  await proposes('Max', 'Propose the text as it is now', 2)
  await testing('Fay').getByRole('button', { name: 'Ask again' }).click()
  await pageOf('Fay').getByRole('button', { name: 'Open the round' }).click()
  for (const name of ['Ana', 'Ugo', 'Max']) await signals(name, UP)
  await signals('Mia', SIDEWAYS)
  await closes('Fay')
  await releases('Max')
  await releases('Ana')
  for (const name of Object.keys(seats))
    await testing(name).getByText('Consensus: every side that decides supports it.').waitFor()
  const { consensus } = (await call(house.url, 'report', {
    ...{ token: team.fay.token, params: { id: board } },
  })) as Report
  expect(consensus).toMatchObject([
    {
      outcome: 'blocked',
      subject: { agreement: { version: 1 } },
      outcomes: { union: 'supports', management: 'blocks' },
    },
    { outcome: 'reached', subject: { agreement: { version: 2 } }, signals: { management: { up: 1, sideways: 1 } } },
  ])
  expectNoComplaints(Object.values(seats))
})

test('[J95] an agreement is signed by both co-chairs, edited, which its signatures do not follow, and signed again', async () => {
  await writes('Ana', 'Two floating teachers cover each absence.')
  for (const name of Object.keys(seats)) await main(pageOf(name)).getByText('Two floating teachers').waitFor()
  // Who may not propose sees who does, and no button.
  await signing('Ugo').getByText('A facilitator, or a co-chair of a side that decides').waitFor()
  expect(await signing('Ugo').getByRole('button').count()).toBe(0)

  await proposes('Fay', 'Propose this text for signing', 1)
  await signs('Ana', 1, 'President, Local 59')
  await signing('Mia').getByText('President, Local 59').waitFor()
  expect(await signing('Mia').getByRole('button').count()).toBe(0)
  await signing('Mia').getByText('Version 1 waits for 1 signature.').waitFor()
  await signs('Max', 1)
  for (const name of Object.keys(seats))
    await signing(name).getByText('All who were named have signed version 1').waitFor()

  await writes('Mia', ' From the second day on.')
  await signing('Ana').getByText('The signatures belong to version 1').waitFor()
  await main(pageOf('Ana')).getByRole('button', { name: 'Read version 1' }).click()
  const read = pageOf('Ana').getByRole('dialog', { name: 'Version 1' })
  await read.getByRole('radio', { name: 'What is different' }).click()
  await read.getByRole('insertion').getByText('From the second day on').waitFor()
  await read.getByRole('insertion').getByRole('img', { name: 'Management' }).first().waitFor()
  await read.getByRole('button', { name: 'Close' }).click()

  await proposes('Ana', 'Propose the text as it is now', 2)
  // Whoever has the dialog open while somebody types cannot sign the words that were there.
  await signing('Ana').getByRole('button', { name: 'Read and sign version 2' }).click()
  await writes('Ugo', ' Except in May.')
  const late = pageOf('Ana').getByRole('dialog', { name: 'Sign version 2' })
  await late.getByText('Version 2 can no longer be signed').waitFor()
  expect(await late.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0)
  await late.getByRole('button', { name: 'Close' }).click()

  await proposes('Fay', 'Propose the text as it is now', 3)
  await signs('Max', 3)
  await signing('Max').getByRole('button', { name: 'Take back my signature' }).click()
  await signing('Max').getByText('Version 3 waits for 2 signatures.').waitFor()
  await signs('Max', 3)
  await signs('Ana', 3)
  await signing('Fay').getByText('All who were named have signed version 3').waitFor()

  // Any two versions are compared, each by the side that wrote what is new.
  await main(pageOf('Max')).getByRole('button', { name: 'Read version 3' }).tap()
  const compared = pageOf('Max').getByRole('dialog', { name: 'Version 3' })
  await compared.getByRole('radio', { name: 'What is different' }).tap()
  const inserted = compared.getByRole('insertion')
  await inserted.getByRole('img', { name: 'Union' }).waitFor()
  expect(await inserted.allInnerTexts()).toEqual([expect.stringMatching(/Except in May\.$/)])
  await compared.getByRole('button', { name: /Compared with/ }).tap()
  await pageOf('Max').getByRole('option', { name: 'Version 1' }).tap()
  await inserted.getByRole('img', { name: 'Management' }).waitFor()
  await inserted.getByRole('img', { name: 'Union' }).waitFor()
  expect(await inserted.getByText('From the second day on').count()).toBe(1)
  await compared.getByRole('button', { name: 'Close' }).tap()

  // A link to what a clause serves changes none of its words, and so no signature.
  const ana = pageOf('Ana')
  await main(ana).getByRole('button', { name: 'Edit the text' }).click()
  await ana.getByRole('textbox', { name: 'Wording of the agreement' }).waitFor()
  await ana.keyboard.press('Control+A')
  await ana.getByRole('button', { name: 'Link', exact: true }).click()
  await ana.getByRole('button', { name: /Or an option or interest on this board/ }).click()
  await ana
    .getByRole('option', { name: /The joint committee, nobody forced/ })
    .first()
    .click()
  await ana.getByRole('button', { name: 'Set the link' }).click()
  await ana.getByRole('button', { name: 'Done', exact: true }).click()
  const clauses = main(pageOf('Ugo')).getByRole('region', { name: 'What the clauses serve' })
  await clauses.getByRole('link', { name: /The joint committee, nobody forced/ }).waitFor()
  await main(pageOf('Ugo')).getByRole('heading', { name: 'Interests that no clause serves' }).waitFor()

  const max = pageOf('Max')
  await main(max).getByRole('button', { name: 'Record a vote' }).click()
  await max.getByRole('button', { name: 'Record it' }).click()
  await max.getByText('Name the body that voted.').waitFor()
  await max.getByRole('textbox', { name: 'Which body voted?' }).fill('School committee')
  await max.getByRole('textbox', { name: 'Votes for it' }).fill('5')
  await max.getByRole('textbox', { name: 'Votes against it' }).fill('2')
  await max.getByRole('button', { name: 'Record it' }).click()
  const votes = main(pageOf('Ugo')).getByRole('region', { name: 'Ratification' })
  await votes.getByText('5 for, 2 against').waitFor()
  expect(await agreementTold()).toMatchObject({
    ...{ state: 'agreed', version: 3, draft: null },
    text: 'Two floating teachers cover each absence. From the second day on. Except in May.',
    ratifications: [{ body: 'School committee', for: 5, against: 2 }],
    versions: [
      { version: 1, signatures: [{ capacity: 'President, Local 59' }, { capacity: null }] },
      { version: 2, signatures: [] },
      { version: 3, signatures: [{ side: MANAGEMENT }, { side: UNION }] },
    ],
  })
  expectNoComplaints(Object.values(seats))
})

test('[J155] the words that signers read are the ones that are hashed, sign for sign', async () => {
  const written = [
    '# 7 of the contract no longer applies.',
    '- nor does 8',
    'Two floating teachers cover each absence.',
  ]
  const screen = openScreen(house.world(), people.Ana as Person, `joint:${board}`)
  await synced(screen)
  setJointText(screen.doc, 'agreement', written.join('\n'))
  await main(pageOf('Fay')).getByText('nor does 8').waitFor()
  screen.close()

  const read = async (name: string, dialog: string) => {
    const open = pageOf(name).getByRole('dialog', { name: dialog })
    return open.getByRole('region', { name: 'The exact text' }).innerText()
  }
  await signing('Fay').getByRole('button', { name: 'Propose this text for signing' }).click()
  const proposed = await read('Fay', 'Propose version 1')
  await pageOf('Fay').getByRole('button', { name: 'Propose version 1' }).click()
  await signing('Max').getByRole('button', { name: 'Read and sign version 1' }).tap()
  const toSign = await read('Max', 'Sign version 1')
  await main(pageOf('Ugo')).getByRole('button', { name: 'Read version 1' }).click()
  const { hash } = (await agreementTold()) ?? {}
  expect([proposed, toSign, await read('Ugo', 'Version 1')]).toEqual(Array(3).fill(written.join('\n')))
  expect(createHash('sha256').update(toSign, 'utf8').digest('hex')).toBe(hash)
  await pageOf('Max').getByRole('dialog').getByText(String(hash)).waitFor()
  expectNoComplaints(Object.values(seats))
})

test('[J146] whoever is no longer among the signers in the moment of signing is told so, and the dialog says it too', async () => {
  await writes('Ana', 'Two floating teachers cover each absence.')
  for (const name of Object.keys(seats)) await main(pageOf(name)).getByText('Two floating teachers').waitFor()
  const named = (...names: string[]) => names.map(name => (people[name] as Person).member.id)
  const ugo = pageOf('Ugo')
  // A union's member alone does not commit it, whoever names them; beside its co-chair they sign as well.
  await signing('Max').getByRole('button', { name: 'Propose this text for signing' }).tap()
  const asked = pageOf('Max').getByRole('dialog', { name: 'Propose version 1' })
  await asked.getByText('Ana', { exact: true }).tap()
  await asked.getByText('Ugo', { exact: true }).tap()
  await asked.getByText('Nobody is named who can commit the union').waitFor()
  expect(await asked.getByRole('button', { name: 'Propose version 1' }).count()).toBe(0)
  await asked.getByText('Ana', { exact: true }).tap()
  await asked.getByRole('button', { name: 'Propose version 1' }).tap()
  await signing('Max').getByText('Version 1 waits for 3 signatures.').waitFor()

  await ugo.route('**/moves', async route => {
    await take('Fay', { type: 'agreement.propose', signers: named('Ana', 'Max') })
    await route.continue()
  })
  await signing('Ugo').getByRole('button', { name: 'Read and sign version 1' }).click()
  const dialog = ugo.getByRole('dialog', { name: 'Sign version 1' })
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  const why = 'You are not among those who were named to sign this version.'
  await ugo.getByRole('region', { name: 'Notices' }).getByText(why).waitFor()
  await dialog.getByRole('alert').getByText(why).waitFor()
  expect(await dialog.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(
    await signing('Ugo')
      .getByRole('button', { name: /^Read and sign/ })
      .count(),
  ).toBe(0)
  await signing('Ana').getByRole('button', { name: 'Read and sign version 2' }).waitFor()
  expect((await agreementTold())?.signatures).toEqual([])
  expectNoComplaints(Object.values(seats), refusedWith(409))
})

test('[J132] a text that is changed in the moment of signing is not signed: the reason is said, and the dialog says it too', async () => {
  await writes('Ana', 'Two floating teachers cover each absence.')
  for (const name of Object.keys(seats)) await main(pageOf(name)).getByText('Two floating teachers').waitFor()
  await proposes('Fay', 'Propose this text for signing', 1)
  const ana = pageOf('Ana')
  await ana.route('**/moves', async route => {
    await writes('Mia', ' From April on.')
    await main(pageOf('Fay')).getByText('From April on.').waitFor()
    await route.continue()
  })
  await signing('Ana').getByRole('button', { name: 'Read and sign version 1' }).click()
  const dialog = ana.getByRole('dialog', { name: 'Sign version 1' })
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await ana.getByRole('region', { name: 'Notices' }).getByText('There is a newer version.').waitFor()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0)
  expect((await agreementTold())?.signatures).toEqual([])
  expectNoComplaints(Object.values(seats), refusedWith(409))
})

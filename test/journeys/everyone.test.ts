import { type BoardId, SideId } from '@jointly/board'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, startTeam } from '../world.ts'
import { card, column, composer, look, MANAGEMENT, main, post, showList, word } from './board.ts'
import { axeFinds, faultsOf } from './faults.ts'
import {
  boardStands,
  CUT_LINE,
  DESKTOP,
  eventually,
  expectNoComplaints,
  type House,
  newSeat,
  openHouse,
  PHONE,
  refusedWith,
  sitDown,
} from './seats.ts'

/** Every screen, for everyone: what a program can tell of WCAG 2.2 A and AA, narrow, enlarged, calm, light and dark. */

let house: House
let team: Awaited<ReturnType<typeof startTeam>>
let emptyBoard: BoardId

beforeAll(async () => {
  house = await openHouse()
  team = await startTeam(house.world())
  emptyBoard = await team.openBoard()
})
afterAll(() => house.close())

/** Goes from screen to screen and says all that is wrong with any of them, so that one fault does not hide another. */
const walk = async (page: Page, screens: Record<string, () => Promise<unknown>>): Promise<void> => {
  const faults: string[] = []
  for (const [screen, open] of Object.entries(screens)) {
    await open()
    faults.push(...(await faultsOf(page, screen)))
  }
  expect(faults).toEqual([])
}

const asked = () => ({ token: team.fay.token, params: { id: team.team.id } })

test('[J27] axe finds nothing at the door, on the start page and on a team’s pages, and nothing is wider than a phone', async () => {
  const { page, ...seat } = await newSeat(house, { name: 'Una' })
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const button = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const close = () => page.keyboard.press('Escape')
  const { invitation } = await call(house.url, 'invite', {
    ...asked(),
    body: { role: 'member', side: SideId.parse('union') },
  })
  const forwarded = async () => {
    const ana = await team.seat('Ana', 'co-chair', SideId.parse('union'))
    const made = await call(house.url, 'invite', {
      ...asked(),
      token: ana.token,
      body: { role: 'member', side: SideId.parse('union'), uses: 9 },
    })
    return made.invitation.url
  }
  const { url: fays } = await call(house.url, 'returnLink', {
    token: team.fay.token,
    params: { id: team.team.id, mid: team.fay.member.id },
  })
  await walk(page, {
    'start page of a newcomer': async () => {
      await page.goto(house.url)
      await heading('Solve it together')
    },
    'dialog to start a team': async () => {
      await button('Start a team')
      await page.getByRole('dialog').getByRole('button', { name: 'Start the team' }).click()
      await page.getByText('Please fill this in.').first().waitFor()
    },
    'no such page': async () => {
      await page.goto(`${house.url}/nowhere`)
      await heading('There is no page here')
    },
    'link that leads nowhere': async () => {
      await page.goto(`${house.url}/join/nobody-knows-it`)
      await heading('This link leads nowhere')
    },
    'link that was withdrawn': async () => {
      await call(house.url, 'revokeInvitation', {
        token: team.fay.token,
        params: { id: team.team.id, iid: invitation.id },
      })
      await page.goto(invitation.url)
      await heading('This link does not open any more')
    },
    'door, with a mistake': async () => {
      await page.goto(await forwarded())
      await button(/^Join as/)
      await page.getByText('Please write your name first.').waitFor()
    },
    'waiting to be admitted': async () => {
      await page.getByRole('textbox', { name: 'Your name' }).fill('Una')
      await button(/^Join as/)
      await heading('You are almost in')
    },
    'a board one may not see yet': async () => {
      await page.goto(`${house.url}/board/${emptyBoard}`)
      await heading('You have not been admitted yet')
    },
    'door of a return link': async () => {
      await page.goto(fays)
      await heading('Welcome back')
    },
    'several people in one browser': async () => {
      await button('Continue as Fay')
      await boardStands(page)
      await page.goto(`${house.url}/team/${team.team.id}`)
      await heading('Who are you now?')
    },
    'start page with teams': async () => {
      await page.goto(house.url)
      await heading('Your teams')
    },
    'question before signing out': () => button('Sign out of this browser'),
    'team page': async () => {
      await close()
      await page.goto(`${house.url}/team/${team.team.id}?as=${team.fay.member.id}`)
      await heading('Lincoln School')
    },
    'dialog to invite': async () => {
      await button('Invite people')
      await page.getByRole('button', { name: 'Make the link' }).waitFor()
    },
    'a link that was made': async () => {
      await button('Make the link')
      await page.getByRole('textbox', { name: /^Link for: / }).waitFor()
    },
    'menu of a person': async () => {
      await close()
      await button('What to do about Fay')
    },
    'link for another device': async () => {
      await page.getByRole('menuitem', { name: 'Continue on another device' }).click()
      await page.getByRole('dialog').waitFor()
    },
    'dialog for a new board': async () => {
      await close()
      await button('New board')
      await page.getByRole('dialog', { name: 'New board' }).waitFor()
    },
    'dialog for a new board, with the cases': async () => {
      await page.getByRole('radio', { name: 'A worked case' }).click()
      await page.getByRole('radio', { name: /Minneapolis/ }).waitFor()
    },
  })
  expectNoComplaints([{ page, ...seat }], refusedWith(403, 404, 410))
  await seat.context.close()
})

test('[J28] axe finds nothing on any stage of a board, empty and full, nor in its list', async () => {
  const fay = await newSeat(house, { name: 'Fay' })
  const { url } = await call(house.url, 'returnLink', {
    token: team.fay.token,
    params: { id: team.team.id, mid: team.fay.member.id },
  })
  await fay.page.goto(url)
  await fay.page.getByRole('button', { name: 'Continue as Fay' }).click()
  await boardStands(fay.page)
  const stages = ['Issue', 'Story', 'Interests', 'Options', 'Criteria', 'Weighing', 'Agreement', 'Follow-up']
  await walk(fay.page, Object.fromEntries(stages.map(stage => [`${stage}, empty`, () => look(fay.page, stage)])))

  const una = await sitDown(house, { link: house.links.union, name: 'Una' })
  const full = ['Issue', 'Interests', 'Options', 'Criteria', 'Apply criteria', 'Solution']
  await walk(una.page, {
    ...Object.fromEntries(full.map(stage => [stage, () => look(una.page, stage)])),
    whiteboard: async () => {
      await una.page.getByRole('radio', { name: 'Whiteboard' }).click()
      await main(una.page).getByText('A rota drawn up').first().waitFor()
    },
    list: () => showList(una.page),
  })
  expectNoComplaints([fay, una])
  await fay.context.close()
  await una.context.close()
})

test('[J29] axe finds nothing in what opens on a board: composer, editor, menus, dialogs, panels, banners, the tray', async () => {
  const fay = await sitDown(house, { link: house.links.facilitator, name: 'Faye' })
  const { page, context } = fay
  const close = () => page.keyboard.press('Escape')
  const observer = await observerLink()
  const openClock = async () => {
    await page.getByRole('button', { name: 'Start a clock for everyone' }).click()
    await page.getByRole('button', { name: '20 min' }).waitFor()
  }
  const steps: Record<string, () => Promise<unknown>> = {
    'composer open': async () => {
      await look(page, 'Issue')
      await composer(page).click()
      await page.keyboard.type('Half a fact')
    },
    'lines were pasted': async () => {
      await look(page, 'Options')
      await composer(page).evaluate(field => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', 'one\ntwo')
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
      await page.getByRole('button', { name: 'One card per line' }).waitFor()
    },
    'editor of a card': () => word(card(page, 'A rota drawn up')),
    'menu of a card': async () => {
      await close()
      await card(page, 'A rota drawn up').focus()
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menu').waitFor()
    },
    'dialog to connect': async () => {
      await close()
      await card(page, 'A rota drawn up').getByRole('button', { name: 'Connect to an interest' }).click()
      await page.getByRole('searchbox', { name: 'Find an interest' }).waitFor()
    },
    'editor of the agreement': async () => {
      await close()
      await look(page, 'Solution')
      await page.getByRole('button', { name: 'Start writing' }).click()
      await page.getByRole('textbox', { name: 'Wording of the agreement' }).waitFor()
    },
    people: async () => {
      await close()
      await page.getByRole('button', { name: /^Who is here/ }).click()
      await page.getByRole('region', { name: MANAGEMENT }).waitFor()
    },
    clock: async () => {
      await close()
      await openClock()
    },
    'menu of the board': async () => {
      // On a phone the clock is elsewhere, and its panel has closed.
      await openClock()
      await page.getByRole('button', { name: '20 min' }).click()
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('menu').waitFor()
    },
    keys: async () => {
      await close()
      await main(page).focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    },
    palette: async () => {
      await close()
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('searchbox').waitFor()
    },
    'dialog to invite': async () => {
      await close()
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      await page.getByRole('button', { name: 'Make the link' }).waitFor()
    },
    console: async () => {
      await close()
      await page.getByRole('button', { name: 'Facilitate' }).click()
      await page.getByRole('button', { name: 'Pause now' }).waitFor()
    },
    paused: async () => {
      await look(page, 'Options')
      await page.getByRole('button', { name: 'Pause now' }).click()
      await page.getByRole('button', { name: 'Go on writing' }).waitFor()
    },
    'offline with changes waiting': async () => {
      await page.getByRole('button', { name: 'Go on writing' }).click()
      await composer(page).waitFor()
      await context.setOffline(true)
      await post(page, 'Written without a line')
      await page.getByRole('alert').getByText('1 change waits').waitFor()
    },
    'words that were not kept': async () => {
      await context.setOffline(false)
      await page.getByRole('alert').waitFor({ state: 'detached' })
      await page.evaluate(() => {
        const [, , board] = location.pathname.split('/')
        const me = new URLSearchParams(location.search).get('as')
        const entry = {
          id: 'x',
          place: 'nowhere',
          what: 'option',
          did: 'written',
          text: 'Words of the tray',
          reason: 'editing_paused',
          again: null,
        }
        sessionStorage.setItem(`jointly.unsent.${board}.${me}`, JSON.stringify([entry]))
      })
      await page.reload()
      await page.getByRole('region', { name: 'One thing was not kept' }).waitFor()
    },
    'board of an observer': async () => {
      await page.goto(observer)
      await page.getByRole('button', { name: 'Join as somebody else' }).click()
      await page.getByRole('textbox', { name: 'Your name' }).fill('Obi')
      await page.getByRole('button', { name: 'Join as an observer' }).click()
      await page
        .getByRole('banner')
        .getByText(/You are here as an observer/)
        .waitFor()
    },
  }
  await walk(page, steps)
  expectNoComplaints([fay], CUT_LINE)
  await context.close()
})

/** Only a facilitator invites an observer; the practice team's own opens the dialog for it. */
const observerLink = async (): Promise<string> => {
  const fay = await newSeat(house, { name: 'Fay' })
  const accepted = await fay.context.request.post(
    `${house.links.facilitator.replace('/join/', '/api/invitations/')}/accept`,
    { data: { name: 'Fay' } },
  )
  const { team: practice, token } = (await accepted.json()) as Awaited<ReturnType<typeof call<'acceptInvitation'>>>
  const { invitation } = await call(house.url, 'invite', {
    token,
    params: { id: practice.id },
    body: { role: 'observer' },
  })
  await fay.context.close()
  return invitation.url
}

test('[J30] on a real phone, with fingers, axe finds nothing and every target is large enough', async () => {
  const pia = await sitDown(house, { link: house.links.union, name: 'Pia', ...PHONE })
  const { page } = pia
  const faults: string[] = []
  const ask = async (screen: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      faults.push(...(await axeFinds(page)).map(found => `${screen}, ${colorScheme}: ${found}`))
    }
    const small = await page
      .getByRole('button')
      .or(page.getByRole('tab'))
      .or(page.getByRole('menuitem'))
      .evaluateAll(all =>
        all
          .filter(one => one.checkVisibility({ opacityProperty: true }) && one.getBoundingClientRect().height > 1)
          .map(one => {
            // A finger hits more than the eye sees: how far up and down from the middle a touch still is this one's.
            const box = one.getBoundingClientRect()
            const x = box.left + box.width / 2
            const middle = box.top + box.height / 2
            const hits = (y: number) => one.contains(document.elementFromPoint(x, y))
            let up = 0
            while (up < 40 && hits(middle - up - 1)) up++
            let down = 0
            while (down < 40 && hits(middle + down + 1)) down++
            return {
              name: one.getAttribute('aria-label') ?? one.textContent,
              isInSight: hits(middle),
              height: up + down + 1,
            }
          })
          .filter(({ isInSight, height }) => isInSight && height < 38)
          .map(({ name, height }) => `${name}: ${height} px`),
      )
    faults.push(...[...new Set(small)].map(one => `${screen}: ${one}`))
  }
  const go = async (from: string, to: string) => {
    await page.getByRole('button', { name: new RegExp(`^${from}`) }).tap()
    await page.getByRole('menuitem', { name: to }).tap()
  }
  await ask('interests')
  await composer(page).tap()
  await page.keyboard.type('With a thumb')
  await ask('composer')
  await page.getByRole('tab', { name: MANAGEMENT }).tap()
  await ask('the other side’s interests')
  await go('Interests', 'Options')
  await main(page).getByRole('article').first().waitFor()
  await ask('options')
  await page.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('menu').waitFor()
  await ask('menu')
  expect(faults).toEqual([])
  expectNoComplaints([pia])
  await pia.context.close()
})

test('[J31] nothing moves for whoever asked for less motion', async () => {
  const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
    const seat = await sitDown(house, { link: house.links.union, name: 'Calm', ...DESKTOP, reducedMotion })
    await look(seat.page, 'Options')
    await card(seat.page, 'A rota drawn up').focus()
    await seat.page.keyboard.press('?')
    await seat.page.getByRole('dialog', { name: 'Keys' }).waitFor()
    const found = await seat.page.evaluate(() => {
      const longest = (durations: string) => Math.max(...durations.split(',').map(Number.parseFloat))
      return [...document.querySelectorAll('*')]
        .filter(element => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(element)
          return longest(transitionDuration) > 0 || (animationName !== 'none' && longest(animationDuration) > 0)
        })
        .map(element => element.className.toString())
    })
    await seat.context.close()
    return new Set(found)
  }
  expect([...(await moving('reduce'))]).toEqual([])
  expect((await moving('no-preference')).size).toBeGreaterThan(0)
})

test('[J32] a card that somebody else adds is read out and moves nobody’s focus', async () => {
  const una = await sitDown(house, { link: house.links.union, name: 'Una' })
  const max = await sitDown(house, { link: house.links.management, name: 'Mark' })
  await look(una.page, 'Interests')
  await look(max.page, 'Interests')
  await composer(una.page).click()
  await una.page.keyboard.type('A sentence that')
  await post(max.page, 'Read out elsewhere')
  await card(column(una.page, MANAGEMENT), 'Read out elsewhere').waitFor()
  await eventually(() => una.page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringContaining(`1 new interest by ${MANAGEMENT}`),
  )
  await una.page.keyboard.type(' goes on')
  expect(await composer(una.page).inputValue()).toBe('A sentence that goes on')
  expectNoComplaints([una, max])
})

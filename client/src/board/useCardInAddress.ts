import { type CardId, type CardView, type Process, STAGES, type StepId } from '@jointly/board'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cardInHash } from '../cards/cardLink.ts'
import type { Screen } from '../commands/command.ts'
import { useSession } from '../session/hooks.ts'
import { notify } from '../ui/notices.ts'

/** How long a view may take to draw the card before the list, which has every card, is shown instead. */
const DRAWN_MS = 600
const LOOK_EVERY_MS = 60

type Show = {
  readonly viewed: StepId
  readonly look: (step: StepId) => void
  readonly screen: Pick<Screen, 'face' | 'ofFace' | 'showFace'>
}

/** `#card=<id>` in the address leads to that card: its step is shown, it is scrolled to and takes the focus. */
export const useCardInAddress = (at: Show): void => {
  const { t } = useTranslation('board')
  const session = useSession()
  const isThere = at.screen.ofFace !== null
  const now = useRef(at)
  now.current = at
  // biome-ignore lint/correctness/useExhaustiveDependencies: the whiteboard has come, and can be asked
  useEffect(() => {
    const go = () => {
      const id = cardInHash(location.hash)
      if (id === null) return
      const { viewed, look, screen } = now.current
      const { face, ofFace, showFace } = screen
      // The whiteboard leads there itself; until it is there the address waits.
      if (face === 'whiteboard' && ofFace === null) return
      const card = session.view.get().card(id as CardId) // read from an address: the board knows it or not
      if (card === undefined) notify(t('card.missing'))
      else if (card.gone) notify(t('card.gone'))
      else if (ofFace !== null) ofFace.show(card.id)
      else {
        if (!focusCard(card)) {
          const step = stepShowing(card, session.process.get(), viewed)
          showFace(step === null ? 'list' : 'stage')
          if (step !== null) look(step)
          void focusWhenDrawn(card).then(found => {
            if (found) return
            showFace('list')
            void focusWhenDrawn(card)
          })
        }
      }
      // Asked again by the same link, it is to lead there again.
      history.replaceState(null, '', location.pathname + location.search)
    }
    go()
    addEventListener('hashchange', go)
    return () => removeEventListener('hashchange', go)
  }, [t, session, isThere])
}

/** The step to look at for a card: where one is if it shows there, else the first that makes such cards. */
const stepShowing = ({ kind }: CardView, { steps }: Process, viewed: StepId): StepId | null => {
  const shows = steps.filter(step => (STAGES[step.stage].makes as readonly string[]).includes(kind))
  return (shows.find(step => step.id === viewed) ?? shows[0])?.id ?? null
}

const focusCard = ({ id }: CardView): boolean => {
  const element = document.getElementById(`card-${id}`)
  if (element === null) return false
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  element.dataset.found = ''
  setTimeout(() => delete element.dataset.found, 2_400)
  return true
}

const focusWhenDrawn = async (card: CardView): Promise<boolean> => {
  for (let waitedMs = 0; waitedMs < DRAWN_MS; waitedMs += LOOK_EVERY_MS) {
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    if (focusCard(card)) return true
  }
  return false
}

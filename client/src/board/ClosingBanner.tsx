import { presentStep } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlock, useMe, useNow, usePresence, useProcess, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { clockFace } from '../ui/clockTime.ts'
import { listed } from '../ui/listed.ts'
import { useStepTitle } from '../ui/stepTitle.ts'

/** A stage that alone will be open, or is: told before it binds, with how many are still writing, and read out twice. */
export const ClosingBanner = () => {
  const { t } = useTranslation('board')
  const process = useProcess()
  const now = useNow()
  const session = useSession()
  const people = usePresence()
  const titleOf = useStepTitle()
  const { only, from } = process.stage
  if (!only) return null
  const step = titleOf(presentStep(process))
  const leftMs = Date.parse(from) - now
  const writing = people.filter(({ id, writing }) => id !== session.id && writing.length > 0).length
  return (
    <>
      <Banner action={leftMs > 0 && <MoreTime key={from} closesAt={from} leftMs={leftMs} />}>
        {leftMs > 0 ? (
          <>
            <span role="timer">{t('only.soon', { step, time: clockFace(Math.ceil(leftMs / 1_000)) })}</span>{' '}
            {writing > 0 && t('only.writing', { count: writing })}
          </>
        ) : (
          t('only.now', { step })
        )}
        {/* A clock is not read out by itself: the announcement is, and the moment itself. */}
        <span className="unseen" role="status" key={from}>
          <Announced step={step} from={from} isOver={leftMs <= 0} />
        </span>
      </Banner>
      <LateBanners />
    </>
  )
}

const Announced = ({ step, from, isOver }: { step: string; from: string; isOver: boolean }) => {
  const { t } = useTranslation('board')
  const now = useNow()
  // What it said when it came up: with the clock in it, it would be read out every second.
  const [leftMs] = useState(Date.parse(from) - now)
  return isOver ? t('only.now', { step }) : t('only.soon', { step, time: clockFace(Math.ceil(leftMs / 1_000)) })
}

const MORE_SECONDS = 60

/** Whoever writes asks for more time while the warning runs; a facilitator sees who did, and gives it. */
const MoreTime = ({ closesAt, leftMs }: { closesAt: string; leftMs: number }) => {
  const { t } = useTranslation('board')
  const session = useSession()
  const me = useMe()
  const block = useBlock()
  const people = usePresence()
  const { stage } = useProcess()
  const { take, isPending } = useMove()
  const [hasAsked, setAsked] = useState(false)
  if (me.role === 'facilitator') {
    const names = people
      .filter(({ asks }) => asks.some(({ moreTime }) => moreTime === closesAt))
      .map(({ name }) => name)
    const warnSeconds = Math.ceil(leftMs / 1_000) + MORE_SECONDS
    return (
      <>
        {names.length > 0 && <span role="status">{t('only.wanted', { names: listed(names) })} </span>}
        <Button
          small
          isPending={isPending}
          onPress={() => void take({ type: 'stage.open', stage: stage.step, only: true, warnSeconds })}
        >
          {t('only.give')}
        </Button>
      </>
    )
  }
  if (block !== null) return null
  const ask = () => {
    setAsked(true)
    session.say({ asks: { moreTime: closesAt } })
  }
  return (
    <>
      <span role="status">{hasAsked && t('only.asked')}</span>
      {!hasAsked && (
        <Button small onPress={ask}>
          {t('only.ask')}
        </Button>
      )}
    </>
  )
}

/** Who asks a facilitator to let in what came too late. */
const LateBanners = () => {
  const { t } = useTranslation('board')
  const { late, stage } = useProcess()
  const people = usePresence()
  const { take, isPending } = useMove()
  if (useMe().role !== 'facilitator') return null
  return people.map(({ id, name, asks }) => {
    const cards = [...new Set(asks.flatMap(({ late = [] }) => late))].filter(
      card => late.get(card)?.closedFrom !== stage.from,
    )
    return (
      cards.length > 0 && (
        <Banner
          key={id}
          action={
            <Button small isDisabled={isPending} onPress={() => void take({ type: 'late.admit', member: id, cards })}>
              {t('only.letIn')}
            </Button>
          }
        >
          <span role="status">{t('only.late', { name, count: cards.length })}</span>
        </Banner>
      )
    )
  })
}

import { backAt, type Caucus, type Side } from '@jointly/board'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../i18n/language.ts'
import { useMe, useNow, useProcess, useSession } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import styles from './Caucus.module.css'
import { useMyCaucus } from './mine.ts'

// Nobody who only reads the board needs them.
const AskedIn = lazy(() => withWords('caucus', import('./AskedIn.tsx')))
const CallDialog = lazy(async () => ({ default: (await import('./CallDialog.tsx')).CallDialog }))

/** Which sides have left the table, and when they are back: all that others are told of a caucus. */
export const CaucusBanner = () => {
  const { sides, caucuses } = useProcess()
  return sides.map(side => {
    const caucus = caucuses.get(side.id)
    return caucus === undefined ? null : <Away key={side.id} side={side} caucus={caucus} />
  })
}

const Away = ({ side, caucus }: { side: Side; caucus: Caucus }) => {
  const { t, i18n } = useTranslation('board')
  const now = useNow()
  const { place } = useSession()
  const back = backAt(caucus)
  const minutes = back === null ? 0 : Math.ceil(Math.abs(back - now) / 60_000)
  const time = back === null ? '' : new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(back)
  // In its own room a side knows where it is and what for.
  const isHere = place.document.kind === 'caucus' && place.document.side === side.id
  const awayUntil = isHere ? t('caucus.backAt', { time }) : t('caucus.awayUntil', { side: side.name, time })
  return (
    <Banner action={<Own side={side} />}>
      {back === null ? t('caucus.away', { side: side.name }) : awayUntil}
      {back !== null && (
        <>
          {' '}
          <span role="timer">{t(back > now ? 'caucus.left' : 'caucus.over', { count: minutes })}</span>
        </>
      )}
      {caucus.purpose !== null && !isHere && <span className={styles.purpose}> {caucus.purpose}</span>}
    </Banner>
  )
}

/** Only the side itself extends or ends it. */
const Own = ({ side }: { side: Side }) => {
  const { t } = useTranslation('board')
  const mine = useMyCaucus()
  const me = useMe()
  const { place } = useSession()
  const { take, isPending } = useMove()
  const [isExtending, setExtending] = useState(false)
  if (me.role === 'guest' && me.side === side.id && place.document.kind === 'joint')
    return (
      <Suspense>
        <AskedIn side={side} />
      </Suspense>
    )
  if (mine?.side.id !== side.id || mine.isGuest) return null
  return (
    <span className={styles.actions}>
      <Button small variant="plain" onPress={() => setExtending(true)}>
        {t('caucus.extend')}
      </Button>
      <Button small isPending={isPending} onPress={() => void take({ type: 'caucus.end', side: side.id })}>
        {t('caucus.end')}
      </Button>
      {place.document.kind === 'joint' && (
        <ButtonLink small href={mine.href}>
          {t('caucus.go')}
        </ButtonLink>
      )}
      <Suspense>
        {isExtending && <CallDialog side={side} called={mine.called} onClose={() => setExtending(false)} />}
      </Suspense>
    </span>
  )
}

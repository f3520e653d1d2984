import { EllipsisVertical, PenLine, PenOff, Trash2, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../session/api.ts'
import { useBlock, useSession } from '../session/hooks.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { listed } from '../ui/listed.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { notify } from '../ui/notices.ts'
import { problemSentence } from '../ui/problemSentence.ts'
import { SideMark } from '../ui/SideMark.tsx'
import { sideStyle } from '../ui/sideStyle.ts'
import { useNarrow } from '../ui/useNarrow.ts'
import { useRequest } from '../ui/useRequest.ts'
import { CallDialog } from './CallDialog.tsx'
import styles from './Caucus.module.css'
import { GuestsDialog } from './GuestsDialog.tsx'
import { type MyCaucus, useMyCaucus } from './mine.ts'

/** Said before one writes in a caucus: whose room it is, who can read it, on whose server it lies. */
export const CaucusBar = () => {
  const { t } = useTranslation('board')
  const { t: words } = useTranslation('caucus')
  const { place, opened, id } = useSession()
  const mine = useMyCaucus()
  const isNarrow = useNarrow()
  const [isCalling, setCalling] = useState(false)
  if (mine === null || place.document.kind !== 'caucus') return null
  const names = listed(mine.readers.map(({ name }) => name))
  const said = { names, count: mine.readers.length, host: place.host ?? '' }
  return (
    <section className={styles.bar} style={sideStyle(mine.side)} aria-label={t('caucus.of', { side: mine.side.name })}>
      <span className={styles.mark}>
        <SideMark side={mine.side} size={isNarrow ? 20 : 28} decorative />
      </span>
      <p className={styles.whose}>{t('caucus.of', { side: mine.side.name })}</p>
      <Readers
        whole={t('caucus.readers', said)}
        {...(isNarrow && { short: words('readersShort', said) })}
        guest={mine.isGuest ? words('asked.here') : null}
      />
      <div className={styles.actions}>
        {mine.called === null && !mine.isGuest && (
          <Button small={isNarrow} onPress={() => setCalling(true)}>
            {t('caucus.call')}
          </Button>
        )}
        {!isNarrow && <ButtonLink href={`/board/${opened.board.id}?as=${id}`}>{t('caucus.toTable')}</ButtonLink>}
        {mine.runs && <More mine={mine} />}
      </div>
      {isCalling && <CallDialog side={mine.side} called={null} onClose={() => setCalling(false)} />}
    </section>
  )
}

/** Who can read it: whole where there is room; on a phone in short, and by name behind it. */
const Readers = ({ whole, short, guest }: { whole: string; short?: string; guest: string | null }) => {
  if (short === undefined) return <p className={styles.who}>{[whole, guest].filter(Boolean).join(' ')}</p>
  return (
    <details className={styles.who}>
      <summary>{[short, guest].filter(Boolean).join(' ')}</summary>
      {whole}
    </details>
  )
}

/** What whoever acts for the side decides about its room. */
const More = ({ mine: { side, called } }: { mine: MyCaucus }) => {
  const { t } = useTranslation('board')
  const { t: words } = useTranslation('caucus')
  const { opened, id } = useSession()
  const isOff = useBlock() === 'writing_off'
  const [isPurging, setPurging] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const params = { id: opened.board.id, side: side.id }
  const [switchWriting] = useRequest(() => call('switchCaucus', { params, body: { writingOff: !isOff }, as: id }))
  const purge = async () => {
    try {
      await call('purgeCaucus', { params, as: id })
    } catch (error) {
      return problemSentence(error)
    }
    notify(t('caucus.purged'), { kind: 'good' })
    return null
  }
  return (
    <>
      <Menu
        label={t('caucus.more')}
        trigger={
          <IconButton label={t('caucus.more')}>
            <EllipsisVertical aria-hidden="true" />
          </IconButton>
        }
      >
        {called !== null && (
          <MenuItem
            label={words('guests.ask')}
            description={words('guests.askHelp')}
            icon={<UserPlus aria-hidden="true" />}
            onAction={() => setAsking(true)}
          />
        )}
        <MenuItem
          label={t(isOff ? 'caucus.writingOn' : 'caucus.writingOff')}
          description={t(isOff ? 'caucus.writingOnHelp' : 'caucus.writingOffHelp')}
          icon={isOff ? <PenLine aria-hidden="true" /> : <PenOff aria-hidden="true" />}
          onAction={() => void switchWriting()}
        />
        <MenuItem
          label={t('caucus.purge')}
          description={t('caucus.purgeMeans')}
          icon={<Trash2 aria-hidden="true" />}
          onAction={() => setPurging(true)}
        />
      </Menu>
      {isAsking && <GuestsDialog side={side} onClose={() => setAsking(false)} />}
      {isPurging && (
        <ConfirmDialog
          danger
          title={t('caucus.purgeTitle')}
          confirm={t('caucus.purgeNow')}
          onConfirm={purge}
          onClose={() => setPurging(false)}
        >
          <p>{t('caucus.purgeHelp')}</p>
          <p>{t('caucus.purgeLimits')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

import { type AgreementVersion, isEdited, rulesInForce, writtenNow } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Difference } from '../ui/Difference.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './Agreement.module.css'
import { ChangedBySides } from './ChangedBySides.tsx'
import { Fingerprint, FixedText } from './FixedText.tsx'
import { Signers } from './Signers.tsx'

type Look = 'text' | 'before' | 'since'

/** One version to read: its words, what it changed of the one before it, and what the table has changed since. */
export const VersionDialog = ({ version: number, onClose }: { version: number; onClose: () => void }) => {
  const { t } = useTranslation('agreement')
  const { agreement } = useProcess()
  const board = useBoard()
  const version = agreement.find(one => one.version === number)
  const before = agreement.find(one => one.version === number - 1)
  const [look, setLook] = useState<Look>('text')
  if (version === undefined) return null
  const isChanged = isEdited(version, board)
  const looks: { id: Look; label: string }[] = [
    { id: 'text', label: t('versions.text') },
    ...(before === undefined
      ? []
      : [{ id: 'before' as const, label: t('versions.before', { version: before.version }) }]),
    ...(isChanged ? [{ id: 'since' as const, label: t('versions.since') }] : []),
  ]
  const shown = looks.some(({ id }) => id === look) ? look : 'text'
  return (
    <Dialog wide title={t('versions.number', { version: number })} onClose={onClose}>
      <p className={styles.note}>{t('tentative')}</p>
      {looks.length > 1 && <Segmented label={t('versions.look')} value={shown} onChange={setLook} options={looks} />}
      <FixedText text={version.text}>
        {
          {
            text: undefined,
            before: <Difference before={before?.text ?? ''} now={version.text} />,
            since: <Since version={version} />,
          }[shown]
        }
      </FixedText>
      <Signers version={version} />
      <Fingerprint hash={version.hash} />
    </Dialog>
  )
}

/** What the table has made of a version since; whose words they are is told only where the rules allow it. */
const Since = ({ version }: { version: AgreementVersion }) => {
  const now = writtenNow(useBoard().agreement).text
  const mayTell = rulesInForce(useProcess()).authorship
  return mayTell ? (
    <ChangedBySides key={now} before={version.text} now={now} />
  ) : (
    <Difference before={version.text} now={now} />
  )
}

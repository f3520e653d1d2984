import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './Agreement.module.css'
import { Comparison } from './Comparison.tsx'
import { Fingerprint, FixedText } from './FixedText.tsx'
import { Signers } from './Signers.tsx'
import { useTexts } from './texts.ts'

const LOOKS = ['text', 'compare'] as const

/** One version to read: its words, and how they differ from those of any other version or of the table. */
export const VersionDialog = ({ version: number, onClose }: { version: number; onClose: () => void }) => {
  const { t } = useTranslation('agreement')
  const { agreement } = useProcess()
  const texts = useTexts()
  const [look, setLook] = useState<(typeof LOOKS)[number]>('text')
  const version = agreement.find(one => one.version === number)
  if (version === undefined) return null
  const isAlone = texts.length < 2
  return (
    <Dialog wide title={t('versions.number', { version: number })} onClose={onClose}>
      <p className={styles.note}>{t('tentative')}</p>
      {!isAlone && (
        <Segmented
          label={t('versions.look')}
          value={look}
          onChange={setLook}
          options={LOOKS.map(id => ({ id, label: t(`versions.${id}`) }))}
        />
      )}
      {isAlone || look === 'text' ? <FixedText text={version.text} /> : <Comparison of={version} texts={texts} />}
      <Signers version={version} />
      <Fingerprint hash={version.hash} />
    </Dialog>
  )
}

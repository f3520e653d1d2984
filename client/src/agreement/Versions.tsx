import type { AgreementVersion } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './Agreement.module.css'
import { VersionDialog } from './VersionDialog.tsx'

/** Every text that was put before its signers, the last one first. */
export const Versions = () => {
  const { t } = useTranslation('agreement')
  const { agreement } = useProcess()
  const [read, setRead] = useState<number | null>(null)
  if (agreement.length === 0) return null
  return (
    <section className={styles.panel} aria-label={t('versions.title')}>
      <h3 className={styles.title}>{t('versions.title')}</h3>
      <ol className={styles.versions} reversed>
        {agreement.toReversed().map(version => (
          <VersionRow key={version.version} version={version} onRead={() => setRead(version.version)} />
        ))}
      </ol>
      {read !== null && <VersionDialog version={read} onClose={() => setRead(null)} />}
    </section>
  )
}

const VersionRow = ({ version, onRead }: { version: AgreementVersion; onRead: () => void }) => {
  const { t } = useTranslation('agreement')
  const { members } = useProcess()
  const { signers, signatures, by, at } = version
  const number = { version: version.version }
  return (
    <li className={styles.version}>
      <span className={styles.signerWords}>
        <strong>{t('versions.number', number)}</strong>
        <span className={styles.note}>
          {t('versions.by', { name: members.get(by)?.name ?? '' })} <RelativeTime at={at} /> ·{' '}
          {t('versions.signed', { count: signatures.size, of: signers.length })}
        </span>
      </span>
      <Button small aria-label={t('versions.readNamed', number)} onPress={onRead}>
        {t('versions.read')}
      </Button>
    </li>
  )
}

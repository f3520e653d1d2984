import { type RulesVersion, rulesVersions } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Rules.module.css'
import { VersionDialog } from './VersionDialog.tsx'
import { AcceptedBy, HowItStands, ProposedBy } from './VersionLines.tsx'

/** Every page of ground rules that was proposed, the last one first; where there was but one, it is what one reads. */
export const RulesVersions = () => {
  const { t } = useTranslation('rules')
  const { rules } = useProcess()
  const [read, setRead] = useState<number | null>(null)
  const versions = rulesVersions(rules).toReversed()
  if (versions.length < 2) return null
  const reading = versions.find(({ version }) => version === read)
  return (
    <section className={styles.section} aria-label={t('versions.title')}>
      <h3 className={styles.heading}>{t('versions.title')}</h3>
      <ol className={styles.versions} reversed>
        {versions.map(version => (
          <VersionRow key={version.version} version={version} onRead={() => setRead(version.version)} />
        ))}
      </ol>
      {reading !== undefined && <VersionDialog version={reading} onClose={() => setRead(null)} />}
    </section>
  )
}

const VersionRow = ({ version, onRead }: { version: RulesVersion; onRead: () => void }) => {
  const { t } = useTranslation('rules')
  const number = { version: version.version }
  return (
    <li className={styles.version}>
      <div className={styles.versionWords}>
        <p>
          <strong>{t('versions.number', number)}</strong> · <HowItStands version={version} />
        </p>
        <p className={styles.note}>
          <ProposedBy version={version} />
        </p>
        <p className={styles.note}>
          <AcceptedBy version={version} />
        </p>
      </div>
      <Button small aria-label={t('versions.readNamed', number)} onPress={onRead}>
        {t('versions.read')}
      </Button>
    </li>
  )
}

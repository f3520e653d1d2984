import { rulesInForce } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Difference } from '../ui/Difference.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Agreement.module.css'
import { ChangedBySides } from './ChangedBySides.tsx'
import { FixedText } from './FixedText.tsx'
import type { Told } from './texts.ts'

const TABLE = 'table'
const idOf = ({ version }: Told): string => (version === null ? TABLE : String(version))

/** How one version differs from any other text: always told from the older one to the newer. */
export const Comparison = ({ of, texts }: { of: Told; texts: readonly Told[] }) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const at = texts.findIndex(({ version }) => version === of.version)
  const others = texts.filter((_, i) => i !== at)
  const [chosen, choose] = useState<string | null>(null)
  // The one before it, and of the first one that after it.
  const other = others.find(one => idOf(one) === chosen) ?? texts[at - 1] ?? texts[at + 1]
  if (other === undefined) return null
  const [before, now] = texts.indexOf(other) < at ? [other, of] : [of, other]
  const nameOf = ({ version }: Told) => (version === null ? t('versions.table') : t('versions.number', { version }))
  const mayTell = rulesInForce(process).authorship
  return (
    <>
      {others.length > 1 && (
        <Select
          label={t('versions.with')}
          value={idOf(other)}
          onChange={choose}
          options={others.toReversed().map(one => ({ id: idOf(one), label: nameOf(one) }))}
        />
      )}
      <p className={styles.note}>
        {t('versions.between', { before: nameOf(before), now: nameOf(now) })}{' '}
        {mayTell ? t('versions.bySide') : t('versions.noSide')}
      </p>
      <FixedText text={now.text}>
        {before.text === now.text ? (
          <p className={styles.note}>{t('versions.same')}</p>
        ) : mayTell ? (
          <ChangedBySides key={`${idOf(now)} ${now.text}`} before={before} now={now} />
        ) : (
          <Difference before={before.text} now={now.text} />
        )}
      </FixedText>
    </>
  )
}

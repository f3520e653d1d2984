import { type RulesVersion, rulesBefore } from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProcess } from '../session/hooks.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import styles from './Rules.module.css'
import { Agreed } from './RulesText.tsx'
import { AcceptedBy, HowItStands, ProposedBy } from './VersionLines.tsx'

/** One version to read, and what it changed of the one that was in force when it was proposed. */
export const VersionDialog = ({ version, onClose }: { version: RulesVersion; onClose: () => void }) => {
  const { t } = useTranslation('rules')
  const { rules } = useProcess()
  const [look, setLook] = useState<'text' | 'changes'>('text')
  const before = rulesBefore(rules, version)
  return (
    <Dialog wide title={t('versions.titleOf', { version: version.version })} onClose={onClose}>
      <div className={styles.note}>
        <p>
          <HowItStands version={version} />
        </p>
        <p>
          <ProposedBy version={version} /> · <AcceptedBy version={version} />
        </p>
      </div>
      {before !== null && (
        <Segmented
          label={t('versions.look')}
          value={look}
          onChange={setLook}
          options={[
            { id: 'text', label: t('versions.text') },
            { id: 'changes', label: t('versions.changes', { version: before.version }) },
          ]}
        />
      )}
      <Agreed rules={version.rules} before={look === 'changes' ? (before?.rules ?? null) : null} />
    </Dialog>
  )
}

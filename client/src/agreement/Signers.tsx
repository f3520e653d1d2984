import type { AgreementVersion, Signer } from '@jointly/board'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sideOf } from '../cards/author.ts'
import { useProcess } from '../session/hooks.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { SideMark } from '../ui/SideMark.tsx'
import { useSeatWords } from '../ui/seatWords.ts'
import styles from './Agreement.module.css'

/** Everybody who is to sign a version, as what, and whether they have. */
export const Signers = ({ version }: { version: AgreementVersion }) => {
  const { t } = useTranslation('agreement')
  return (
    <ul className={styles.signers} aria-label={t('signers.title', { version: version.version })}>
      {version.signers.map(signer => (
        <Named key={signer.member} signer={signer} version={version} />
      ))}
    </ul>
  )
}

const Named = ({ signer, version: { signatures } }: { signer: Signer; version: AgreementVersion }) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const seatWords = useSeatWords()
  const member = process.members.get(signer.member)
  const side = sideOf(process, signer.side)
  const signature = signatures.get(signer.member)
  const role = signature?.role ?? member?.role
  const capacity = signature?.capacity ?? (role === undefined ? '' : seatWords(role, side))
  return (
    <li className={styles.signer}>
      <SideMark side={side} size={22} />
      <span className={styles.signerWords}>
        <strong>{member?.name}</strong>
        <span className={styles.note}>{capacity}</span>
        {signature === undefined ? (
          <span className={styles.note}>{t('signers.notYet')}</span>
        ) : (
          <span className={styles.signed}>
            <Check aria-hidden="true" />
            <span>
              {t('signers.signed')} <RelativeTime at={signature.at} />
            </span>
          </span>
        )}
      </span>
    </li>
  )
}

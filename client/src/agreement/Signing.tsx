import {
  type AgreementVersion,
  hasAllSignatures,
  isEdited,
  isRunning,
  latestVersion,
  sidesUnsigned,
} from '@jointly/board'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard, useProcess } from '../session/hooks.ts'
import { useMove } from '../session/moves.ts'
import { useMay } from '../session/useMay.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useSideList } from '../ui/seatWords.ts'
import styles from './Agreement.module.css'
import { ProposeDialog } from './ProposeDialog.tsx'
import { SignDialog } from './SignDialog.tsx'
import { Signers } from './Signers.tsx'

/** Where the text stands: written, before its signers, signed by all, or changed since. */
export const Signing = () => {
  const { t } = useTranslation('agreement')
  const version = latestVersion(useProcess())
  return (
    <section className={styles.panel} aria-label={t('signing.title')}>
      <h3 className={styles.title}>{t('signing.title')}</h3>
      {version === null ? <p className={styles.note}>{t('signing.none')}</p> : <Proposed version={version} />}
      <Propose />
    </section>
  )
}

const Proposed = ({ version }: { version: AgreementVersion }) => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const edited = isEdited(version, useBoard())
  const number = { version: version.version }
  const list = useSideList()
  const sides = sidesUnsigned(version, process.sides)
  const unsigned = process.sides.filter(({ id }) => sides.includes(id))
  return (
    <>
      {version.agreedAt !== null ? (
        <Banner kind="good">{t('signing.agreed', number)}</Banner>
      ) : hasAllSignatures(version) ? (
        <Banner kind="bad">{t('signing.unbound', { ...number, sides: list(unsigned) })}</Banner>
      ) : (
        <p>{t('signing.waits', { ...number, count: version.signers.length - version.signatures.size })}</p>
      )}
      {edited && <Banner>{t(version.agreedAt === null ? 'signing.edited' : 'signing.editedAgreed', number)}</Banner>}
      <Signers version={version} />
      {version.agreedAt === null && process.rules.inForce === null && (
        <p className={styles.note}>{t('signing.rules')}</p>
      )}
      <Mine version={version} />
    </>
  )
}

/** What one may do oneself to this version. */
const Mine = ({ version: { version } }: { version: AgreementVersion }) => {
  const { t } = useTranslation('agreement')
  const may = useMay()
  const { take, isPending } = useMove()
  /** The version whose words lie open: it stays open when another one is proposed meanwhile, and says so. */
  const [signing, setSigning] = useState<number | null>(null)
  // While everybody is asked whether they can live with it, that is what is to be done next.
  const isTested = [...useProcess().rounds.values()].some(round => round.kind === 'consensus' && isRunning(round))
  const withdraw = { type: 'agreement.withdraw', version } as const
  return (
    <>
      {may({ type: 'agreement.sign', version }) && (
        <Button variant={isTested ? 'quiet' : 'primary'} onPress={() => setSigning(version)}>
          {t('sign.open', { version })}
        </Button>
      )}
      {signing !== null && <SignDialog version={signing} onClose={() => setSigning(null)} />}
      {may(withdraw) && (
        <Button isPending={isPending} onPress={() => void take(withdraw)}>
          {t('signing.withdraw')}
        </Button>
      )}
    </>
  )
}

const Propose = () => {
  const { t } = useTranslation('agreement')
  const process = useProcess()
  const { agreement } = useBoard()
  const may = useMay()
  const [isProposing, setProposing] = useState(false)
  const latest = latestVersion(process)
  if (!may({ type: 'agreement.propose' }))
    return (
      latest === null && <p className={styles.note}>{t(agreement.text === '' ? 'propose.empty' : 'propose.nobody')}</p>
    )
  return (
    <>
      <Button variant={latest === null ? 'primary' : 'quiet'} onPress={() => setProposing(true)}>
        {t(latest === null ? 'propose.first' : 'propose.changed')}
      </Button>
      {isProposing && <ProposeDialog onClose={() => setProposing(false)} />}
    </>
  )
}
